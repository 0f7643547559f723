import type { Pool, PoolClient } from 'pg';
import { isAbout, type Traces } from '../traces';

const BATCH = 2_000;

/**
 * The inbox entries of kind `account` that name somebody in their sealed words, where no index leads. They are read a batch
 * at a time; they are few, and kept for some weeks only (`server/retention`).
 */
export async function findAccountEvents(client: Pool | PoolClient, traces: Traces): Promise<readonly string[]> {
  const found: string[] = [];
  if (traces.digits === '' && traces.ids.length === 0) return found;
  for (let after: string | undefined = '0'; after !== undefined; ) {
    const batch: Batch = await client.query(
      `SELECT id::text, payload FROM inbox_entries WHERE kind = 'account' AND id > $1 ORDER BY id LIMIT $2`,
      [after, BATCH],
    );
    for (const { id, payload } of batch.rows) if (isAbout(traces, JSON.stringify(payload))) found.push(id);
    after = batch.rows.at(-1)?.id;
  }
  return found;
}

type Batch = { readonly rows: readonly { readonly id: string; readonly payload: unknown }[] };
