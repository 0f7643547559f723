import type { Pool, PoolClient } from 'pg';
import { getPool } from '../db/pool';
import { storableJson } from '../inbox/storable-json';
import type { AuditEntry } from './audit-entry';

/**
 * Writes one act down, in the caller's transaction if it has one: what was done and its record are there both or not at all.
 * The database numbers and seals the row; until the transaction ends no other act is written, so do it last.
 */
export async function recordAudit(entry: AuditEntry, client: Pool | PoolClient = getPool()): Promise<void> {
  const { actor, act, subject, detail } = entry;
  await client.query(
    `INSERT INTO audit_entries (at, actor_id, actor_name, act, subject_type, subject_id, detail, hash)
     VALUES (date_trunc('milliseconds', clock_timestamp()), $1, $2, $3, $4, $5, $6, '')`,
    [actor?.id ?? null, actor?.name ?? '', act, subject?.type ?? null, subject?.id ?? null, storableJson(detail)],
  );
}
