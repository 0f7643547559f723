import type { TemplateComponents } from '@/flows/templates/template-components';
import { getPool } from '../db/pool';
import { storableJson } from '../inbox/storable-json';

/** One language of a template. */
export type StoredTemplate = Readonly<{
  name: string;
  language: string;
  category: string;
  nextCategory: string | null;
  /** What WhatsApp has, or what is being written as long as it has nothing. */
  components: unknown;
  /** What is written and not submitted, where WhatsApp has another text; null where there is nothing to submit. */
  draft: unknown;
  /** DRAFT, then what WhatsApp says: PENDING, APPROVED, REJECTED, PAUSED, DISABLED, …; DELETED when it has it no more. */
  status: string;
  quality: string | null;
  statusReason: string | null;
  metaId: string | null;
  updatedAt: Date;
  /** Changes whenever what is written changes: who saves on an older one is told so. */
  revision: string;
}>;

/** One language of a template; undefined when there is none. */
export async function readTemplate(name: string, language: string): Promise<StoredTemplate | undefined> {
  const { rows } = await getPool().query<StoredTemplate>(
    `SELECT ${columns} FROM templates WHERE name = $1 AND language = $2`,
    [name, language],
  );
  return rows[0];
}

/** Every language of every template, or of one, the languages in the order in which they came. */
export async function listTemplates(name: string | null = null): Promise<readonly StoredTemplate[]> {
  const { rows } = await getPool().query<StoredTemplate>(
    `SELECT ${columns} FROM templates WHERE $1::text IS NULL OR name = $1 ORDER BY name, created_at, language`,
    [name],
  );
  return rows;
}

export const columns = `name, language, category, next_category AS "nextCategory", components, draft, status, quality,
  status_reason AS "statusReason", meta_id AS "metaId", updated_at AS "updatedAt",
  md5(COALESCE(draft, components)::text) AS revision`;

export type NewDraft = Readonly<{ name: string; language: string; category: string; components: TemplateComponents }>;

/** Adds drafts; one that is there already is left alone. Says which were added, as "name/language". */
export async function insertDrafts(drafts: readonly NewDraft[]): Promise<readonly string[]> {
  const { rows } = await getPool().query<{ readonly key: string }>(
    `INSERT INTO templates (name, language, category, components)
     SELECT name, language, category, components FROM jsonb_to_recordset($1::jsonb)
       AS d(name text, language text, category text, components jsonb)
     ON CONFLICT DO NOTHING RETURNING name || '/' || language AS key`,
    [storableJson(drafts)],
  );
  return rows.map(({ key }) => key);
}

export type Writing = Readonly<{
  name: string;
  language: string;
  category: string;
  components: TemplateComponents;
  revision: string;
}>;

/**
 * Keeps what was written on `revision`: the new revision, or undefined when that is not the stored one any more. The
 * category is changed only while WhatsApp has nothing of this language.
 */
export async function saveDraft(writing: Writing): Promise<string | undefined> {
  const { name, language, category, components, revision } = writing;
  const { rows } = await getPool().query<{ readonly revision: string }>(
    `UPDATE templates SET
       components = CASE WHEN status = 'DRAFT' THEN $4::jsonb ELSE components END,
       draft = CASE WHEN status = 'DRAFT' OR components = $4::jsonb THEN NULL ELSE $4::jsonb END,
       category = CASE WHEN status = 'DRAFT' THEN $3 ELSE category END,
       updated_at = now()
     WHERE name = $1 AND language = $2 AND md5(COALESCE(draft, components)::text) = $5
     RETURNING md5(COALESCE(draft, components)::text) AS revision`,
    [name, language, category, storableJson(components), revision],
  );
  return rows[0]?.revision;
}

export type Submitted = Readonly<{
  name: string;
  language: string;
  components: TemplateComponents;
  /** What was being submitted: a draft that was saved meanwhile stays one. */
  revision: string;
  category: string;
  metaId: string;
  /** As it was, and as WhatsApp answered; a status that a webhook brought meanwhile is newer than the answer. */
  statusBefore: string;
  status: string;
}>;

/** Notes that WhatsApp has taken a language of a template. */
export async function noteSubmitted(submitted: Submitted): Promise<void> {
  const { name, language, components, revision, category, metaId, statusBefore, status } = submitted;
  await getPool().query(
    `UPDATE templates SET
       draft = CASE WHEN md5(COALESCE(draft, components)::text) = $4 THEN NULL ELSE COALESCE(draft, components) END,
       components = $3::jsonb, category = $5, meta_id = $6,
       status = CASE WHEN status = $7 THEN $8 ELSE status END,
       status_reason = CASE WHEN status = $7 THEN NULL ELSE status_reason END,
       synced_at = now(), updated_at = now()
     WHERE name = $1 AND language = $2`,
    [name, language, storableJson(components), revision, category, metaId, statusBefore, status],
  );
}

/** What WhatsApp told of a template; what is absent stays as it is. */
export type TemplateNews = Readonly<{
  name: string;
  language: string;
  status?: string;
  /** Why it has this status, where WhatsApp says so. */
  reason?: string | null;
  quality?: string;
  category?: string;
  /** What it will become, with a category. */
  nextCategory?: string | null;
}>;

/** Keeps what WhatsApp told of a template. One that we don't know is left to the next sync. */
export async function setTemplateStatus(news: TemplateNews): Promise<void> {
  const { name, language, status, reason, quality, category, nextCategory } = news;
  await getPool().query(
    `UPDATE templates SET
       status = COALESCE($3, status),
       status_reason = CASE WHEN $3::text IS NULL THEN status_reason ELSE $4 END,
       quality = COALESCE($5, quality),
       next_category = CASE WHEN $6::text IS NULL THEN next_category ELSE $7 END,
       category = COALESCE($6, category),
       updated_at = now()
     WHERE name = $1 AND language = $2`,
    [name, language, knownStatus(status), knownReason(reason), quality ?? null, category ?? null, nextCategory ?? null],
  );
}

/** WhatsApp's word for a status, or the one that means the same for sending. */
export function knownStatus(status: string | undefined): string | null {
  if (status === 'REINSTATED' || status === 'UNARCHIVED') return 'APPROVED';
  return status ?? null;
}

/** A reason that says something. */
export function knownReason(reason: string | null | undefined): string | null {
  return !reason || reason === 'NONE' ? null : reason;
}

/** Removes languages of a template. */
export async function deleteTemplates(name: string, languages: readonly string[]): Promise<void> {
  await getPool().query('DELETE FROM templates WHERE name = $1 AND language = ANY($2)', [name, languages]);
}
