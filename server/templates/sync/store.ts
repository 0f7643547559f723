import type { PoolClient } from 'pg';
import { getPrisma } from '../../db/client';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { storableJson } from '../../inbox/storable-json';
import { columns, type StoredTemplate } from '../store';
import type { Merge } from './merge-listed';

/** Writes what `merge` makes of the stored templates, which nobody changes meanwhile. */
export async function mergeTemplates(merge: (stored: readonly StoredTemplate[]) => Merge): Promise<Merge> {
  return inTransaction(async (client) => {
    // Writers of single rows wait; readers don't.
    await client.query('LOCK TABLE templates IN SHARE ROW EXCLUSIVE MODE');
    const { rows } = await client.query<StoredTemplate>(`SELECT ${columns} FROM templates`);
    const merged = merge(rows);
    await writeRows(client, merged);
    await noteMissing(client, merged);
    return merged;
  });
}

async function writeRows(client: PoolClient, { rows }: Merge): Promise<void> {
  await client.query(
    `INSERT INTO templates (name, language, category, next_category, components, draft, status, status_reason, quality,
       meta_id, synced_at)
     SELECT name, language, category, "nextCategory", components, draft, status, "statusReason", quality, "metaId", now()
     FROM jsonb_to_recordset($1::jsonb) AS r(name text, language text, category text, "nextCategory" text,
       components jsonb, draft jsonb, status text, "statusReason" text, quality text, "metaId" text)
     ON CONFLICT (name, language) DO UPDATE SET category = excluded.category, next_category = excluded.next_category,
       components = excluded.components, draft = excluded.draft, status = excluded.status,
       status_reason = excluded.status_reason, quality = excluded.quality, meta_id = excluded.meta_id,
       synced_at = excluded.synced_at, updated_at = now()`,
    [storableJson(rows)],
  );
}

async function noteMissing(client: PoolClient, { missing }: Merge): Promise<void> {
  await client.query(
    `UPDATE templates t SET status = 'DELETED', status_reason = NULL, synced_at = now(), updated_at = now()
     FROM jsonb_to_recordset($1::jsonb) AS m(name text, language text)
     WHERE t.name = m.name AND t.language = m.language`,
    [storableJson(missing)],
  );
}

/** The database's time, by which it dates every change. */
export async function databaseTime(): Promise<Date> {
  const { rows } = await getPool().query<{ readonly at: Date }>('SELECT clock_timestamp()::timestamptz(3) AS at');
  return rows[0]?.at ?? new Date();
}

const KEY = 'templates.sync';

/** When WhatsApp's list was last read to its end, ISO UTC. */
export async function readSyncedAt(): Promise<string | null> {
  const row = await getPrisma().setting.findUnique({ where: { key: KEY } });
  return row?.updatedAt.toISOString() ?? null;
}

export async function noteSynced(at: Date): Promise<void> {
  const written = { value: {}, updatedAt: at };
  await getPrisma().setting.upsert({ where: { key: KEY }, create: { key: KEY, ...written }, update: written });
}
