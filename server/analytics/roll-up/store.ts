import type { PoolClient } from 'pg';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { countCallsSql, countTurnsSql } from './sql';

/** What is written down in the order of a number: the table, its column, and what counts a part of it. */
const sources = {
  turns: { column: 'position', count: countTurnsSql },
  model_calls: { column: 'id', count: countCallsSql },
} as const;
export type Source = keyof typeof sources;
export const sourceNames: readonly Source[] = ['turns', 'model_calls'];

/** How far a source may be counted: no row up to `position` is still to appear once `isSettled` says so of `transaction`. */
export type Bound = { readonly position: string; readonly transaction: string };

/** The newest row that is there, and a transaction that began when it was: every one with an earlier number may add older rows. */
export async function readBound(source: Source): Promise<Bound> {
  const { rows } = await getPool().query<Bound>(
    `SELECT COALESCE(max(${sources[source].column}), 0)::text AS position,
       pg_current_xact_id()::text AS transaction FROM ${source}`,
  );
  return rows[0] ?? { position: '0', transaction: '0' };
}

/** Whether all transactions before the given one have ended: what got an earlier number is there by now, or never will be. */
export async function isSettled(transaction: string): Promise<boolean> {
  const { rows } = await getPool().query<{ readonly settled: boolean }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 AS settled',
    [transaction],
  );
  return rows[0]?.settled ?? false;
}

/**
 * Counts at most `most` rows up to the bound, in one transaction with how far it has come: each is counted once, whoever else
 * tries. Says how many are counted, and whether that is all; null while another process is at it.
 */
export async function countSome(
  source: Source,
  bound: string,
  most: number,
): Promise<{ readonly counted: number; readonly isAll: boolean } | null> {
  return inTransaction(async (client) => {
    const from = await holdProgress(client, source);
    if (from === null) return null;
    const { column, count } = sources[source];
    const { rows } = await client.query<{ readonly until: string | null; readonly found: number }>(
      `SELECT max(p)::text AS until, count(*)::int AS found FROM (SELECT ${column} AS p FROM ${source}
         WHERE ${column} > $1 AND ${column} <= $2 ORDER BY ${column} LIMIT $3) next`,
      [from, bound, most],
    );
    const { until, found } = rows[0] ?? { until: null, found: 0 };
    if (until !== null) await client.query({ name: `analytics.count.${source}`, text: count, values: [from, until] });
    const isAll = found < most;
    await client.query(
      `UPDATE analytics_progress SET position = GREATEST(position, $2), counted_at = CASE WHEN $3 THEN now() ELSE counted_at END
       WHERE source = $1`,
      [source, until ?? '0', isAll],
    );
    return { counted: found, isAll };
  });
}

/** The position that is counted, held until the transaction ends; null while another one holds it. */
async function holdProgress(client: PoolClient, source: Source): Promise<string | null> {
  await client.query('INSERT INTO analytics_progress (source) VALUES ($1) ON CONFLICT DO NOTHING', [source]);
  const { rows } = await client.query<{ readonly position: string }>(
    'SELECT position FROM analytics_progress WHERE source = $1 FOR UPDATE SKIP LOCKED',
    [source],
  );
  return rows[0]?.position ?? null;
}

/** When all turns were last counted, ISO UTC; null before the first time. */
export async function readCountedAt(): Promise<string | null> {
  const { rows } = await getPool().query<{ readonly at: Date | null }>(
    `SELECT counted_at AS at FROM analytics_progress WHERE source = 'turns'`,
  );
  return rows[0]?.at?.toISOString() ?? null;
}
