import type { PoolClient } from 'pg';
import { z } from 'zod';
import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';
import { type EraseReason, type ErasureRow, type SealedFile, sealedFile } from './erasure';
import type { Mention } from './mentions/mention';

export type NewErasure = Readonly<{
  id: string;
  contactId: string;
  reason: EraseReason;
  actorId: string;
  nowMs: number;
  counts: Readonly<Record<string, number>>;
  /** Null where nothing is kept. */
  archive: Readonly<{ sealed: Buffer; files: readonly SealedFile[]; keepUntilMs: number }> | null;
  /** Where files are still to be removed from. */
  storageKeys: readonly string[];
  mentions: readonly Mention[];
}>;

export async function insertErasure(client: PoolClient, erasure: NewErasure): Promise<void> {
  const { id, contactId, reason, actorId, nowMs, counts, archive, storageKeys, mentions } = erasure;
  await client.query(
    `INSERT INTO erasures (id, contact_id, reason, actor_id, at, counts, sealed, sealed_files, keep_until, storage_keys,
       mentions)
     VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6, $7, $8, to_timestamp($9::float8 / 1000), $10, $11)`,
    [
      id,
      contactId,
      reason,
      actorId,
      nowMs,
      storableJson(counts),
      archive?.sealed ?? null,
      storableJson(archive?.files ?? []),
      archive?.keepUntilMs ?? null,
      storageKeys,
      storableJson(mentions),
    ],
  );
}

/** Some erasures, the newest first, from before the one named `before` on. */
export async function selectErasures(before: string | null, most: number): Promise<readonly ErasureRow[]> {
  const { rows } = await getPool().query<ErasureRow>(
    `SELECT e.id, e.contact_id AS "contactId", e.reason, u.name AS "actorName", e.at, e.counts,
       CASE WHEN e.shredded_at IS NOT NULL THEN 'shredded' WHEN e.sealed IS NULL THEN 'none' ELSE 'sealed' END AS archive,
       e.keep_until AS "keepUntil", e.shredded_at AS "shreddedAt", jsonb_array_length(e.sealed_files) AS files,
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('kind', m.kind, 'id', m.id, 'name', COALESCE(v.name, s.name, f.name),
           'flowId', COALESCE(s.flow_id, f.id), 'authorName', a.name) ORDER BY m.kind, m.id), '[]')
         FROM jsonb_to_recordset(e.mentions) AS m(kind text, id text)
         LEFT JOIN saved_views v ON v.id = CASE WHEN m.kind = 'view' THEN m.id::uuid END
         LEFT JOIN users a ON a.id = v.author_id
         LEFT JOIN flow_scenarios s ON s.id = CASE WHEN m.kind = 'scenario' THEN m.id::uuid END
         LEFT JOIN flows f ON m.kind = 'flow' AND f.id = m.id
         WHERE v.id IS NOT NULL OR s.id IS NOT NULL OR f.id IS NOT NULL) AS mentions
     FROM erasures e LEFT JOIN users u ON u.id = e.actor_id
     WHERE $1::uuid IS NULL OR (e.at, e.id) < (SELECT b.at, b.id FROM erasures b WHERE b.id = $1)
     ORDER BY e.at DESC, e.id DESC LIMIT $2`,
    [before, most],
  );
  return rows;
}

/** What is known of a sealed archive. */
export type ArchiveHead = Readonly<{ id: string; contactId: string; files: readonly SealedFile[] }>;
export type Archive = ArchiveHead & Readonly<{ sealed: Buffer }>;

export async function selectArchive(erasureId: string): Promise<Archive | undefined> {
  const { rows } = await getPool().query<{ sealed: Buffer }>(
    `SELECT ${headColumns}, sealed FROM erasures WHERE id = $1 AND sealed IS NOT NULL`,
    [erasureId],
  );
  return rows[0] && { ...archiveHead.parse(rows[0]), sealed: rows[0].sealed };
}

/** Archives whose time is over at `nowMs`. */
export async function selectOverdue(nowMs: number): Promise<readonly ArchiveHead[]> {
  const { rows } = await getPool().query(
    `SELECT ${headColumns} FROM erasures
     WHERE sealed IS NOT NULL AND keep_until <= to_timestamp($1::float8 / 1000) ORDER BY keep_until LIMIT 500`,
    [nowMs],
  );
  return rows.map((row) => archiveHead.parse(row));
}

const headColumns = 'id, contact_id AS "contactId", sealed_files AS files';
const archiveHead = z.object({ id: z.uuid(), contactId: z.uuid(), files: z.array(sealedFile) });

/** The bytes of an archive are gone; that it was there stays. */
export async function markShredded(client: PoolClient, erasureId: string, nowMs: number): Promise<void> {
  await client.query(
    `UPDATE erasures SET sealed = NULL, sealed_files = '[]', shredded_at = to_timestamp($2::float8 / 1000) WHERE id = $1`,
    [erasureId, nowMs],
  );
}

/** Erasures from before `beforeMs` whose files may still be there. */
export async function selectUnfinished(
  beforeMs: number,
): Promise<readonly { readonly id: string; readonly storageKeys: readonly string[] }[]> {
  const { rows } = await getPool().query<{ id: string; storageKeys: string[] }>(
    `SELECT id, storage_keys AS "storageKeys" FROM erasures
     WHERE storage_keys <> '{}' AND at <= to_timestamp($1::float8 / 1000) ORDER BY at LIMIT 500`,
    [beforeMs],
  );
  return rows;
}

export async function markFinished(erasureId: string): Promise<void> {
  await getPool().query(`UPDATE erasures SET storage_keys = '{}' WHERE id = $1`, [erasureId]);
}
