import type { Flow } from '@/flows/schema/flow';
import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';

/** A flow as an editor finds it. */
export type StoredDraft = Readonly<{
  name: string;
  /** What the draft is saved on. It grows with every change of what an editor opens, and is never used again. */
  revision: number;
  /** Null when there is no draft; may be a document that the schema refuses. */
  document: unknown;
  savedAt: string | null;
  activeVersion: number | null;
}>;

/** Undefined when there is no such flow. */
export async function readStoredDraft(flowId: string): Promise<StoredDraft | undefined> {
  const { rows } = await getPool().query<Omit<StoredDraft, 'savedAt'> & { readonly updatedAt: Date | null }>(
    `SELECT f.name, f.draft_revision AS revision, d.document, d.updated_at AS "updatedAt",
       f.active_version AS "activeVersion"
     FROM flows f LEFT JOIN flow_drafts d ON d.flow_id = f.id WHERE f.id = $1`,
    [flowId],
  );
  return rows.map(({ updatedAt, ...row }) => ({ ...row, savedAt: updatedAt?.toISOString() ?? null }))[0];
}

export type DraftRevision = Readonly<{ revision: number; savedAt: string | null }>;

/** Which draft there is, without reading it. Undefined when there is no such flow. */
export async function readDraftRevision(flowId: string): Promise<DraftRevision | undefined> {
  const { rows } = await getPool().query<{ readonly revision: number; readonly updatedAt: Date | null }>(
    `SELECT f.draft_revision AS revision, d.updated_at AS "updatedAt"
     FROM flows f LEFT JOIN flow_drafts d ON d.flow_id = f.id WHERE f.id = $1`,
    [flowId],
  );
  return rows.map(({ revision, updatedAt }) => ({ revision, savedAt: updatedAt?.toISOString() ?? null }))[0];
}

/** How many states the draft has, or the active version where there is no readable draft. Null when neither says. */
export async function countStoredStates(flowId: string): Promise<number | null> {
  const { rows } = await getPool().query<{ readonly count: number | null }>(
    `SELECT COALESCE(${countSql('d')}, ${countSql('v')}) AS count FROM flows f
     LEFT JOIN flow_drafts d ON d.flow_id = f.id
     LEFT JOIN flow_versions v ON v.flow_id = f.id AND v.version = f.active_version
     WHERE f.id = $1`,
    [flowId],
  );
  return rows[0]?.count ?? null;
}

function countSql(table: 'd' | 'v'): string {
  const states = `${table}.document->'states'`;
  return `CASE WHEN jsonb_typeof(${states}) = 'array' THEN jsonb_array_length(${states}) END`;
}

export type SavedDraft = Readonly<{ revision: number; savedAt: string }>;

/**
 * Saves a draft that was made from `revision`. Undefined when that is not the flow's revision any more (or there is no such
 * flow): nothing is overwritten then. A flow that was never published is known by its draft's name.
 */
export async function saveDraft(flowId: string, document: unknown, revision: number): Promise<SavedDraft | undefined> {
  const { rows } = await getPool().query<{ readonly revision: number; readonly updatedAt: Date }>(
    `WITH flow AS (
       UPDATE flows SET draft_revision = draft_revision + 1,
         name = CASE WHEN active_version IS NULL THEN COALESCE($2::jsonb->>'name', name) ELSE name END
       WHERE id = $1 AND draft_revision = $3 RETURNING id, draft_revision
     ), draft AS (
       INSERT INTO flow_drafts (flow_id, document, updated_at) SELECT id, $2::jsonb, now() FROM flow
       ON CONFLICT (flow_id) DO UPDATE SET document = excluded.document, updated_at = excluded.updated_at
       RETURNING updated_at
     )
     SELECT flow.draft_revision AS revision, draft.updated_at AS "updatedAt" FROM flow, draft`,
    [flowId, storableJson(document), revision],
  );
  return rows.map((row) => ({ revision: row.revision, savedAt: row.updatedAt.toISOString() }))[0];
}

/** Removes the draft, when `revision` is still the flow's. Says the new revision, or undefined when nothing was done. */
export async function deleteDraft(flowId: string, revision: number): Promise<number | undefined> {
  const { rows } = await getPool().query<{ readonly revision: number }>(
    `WITH flow AS (
       UPDATE flows SET draft_revision = draft_revision + 1 WHERE id = $1 AND draft_revision = $2
       RETURNING id, draft_revision
     ), gone AS (DELETE FROM flow_drafts WHERE flow_id IN (SELECT id FROM flow))
     SELECT draft_revision AS revision FROM flow`,
    [flowId, revision],
  );
  return rows[0]?.revision;
}

/** Adds a flow that has a draft and no version. Does nothing, and says false, when a flow has this id already. */
export async function insertUnpublished(flow: Flow): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `WITH flow AS (
       INSERT INTO flows (id, name, draft_revision) VALUES ($1, $2, 1) ON CONFLICT (id) DO NOTHING RETURNING id
     )
     INSERT INTO flow_drafts (flow_id, document) SELECT id, $3::jsonb FROM flow`,
    [flow.id, flow.name, storableJson(flow)],
  );
  return rowCount === 1;
}

/** Every flow by id and name, oldest first. */
export async function selectFlowNames(): Promise<readonly Readonly<{ id: string; name: string }>[]> {
  const { rows } = await getPool().query<{ readonly id: string; readonly name: string }>(
    'SELECT id, name FROM flows ORDER BY created_at, id',
  );
  return rows;
}
