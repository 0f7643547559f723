import { getPool } from '../../db/pool';

/** Whether a market event of this kind was answered by a campaign since a moment (ms since the epoch). */
export async function isAnsweredSince(kind: string, sinceMs: number): Promise<boolean> {
  const { rowCount } = await getPool().query(
    'SELECT 1 FROM campaigns WHERE trigger = $1 AND created_at >= to_timestamp($2::float8 / 1000) LIMIT 1',
    [kind, sinceMs],
  );
  return rowCount === 1;
}

/** Whether an alert of this code was raised since then, whether or not somebody has dismissed it. */
export async function isToldSince(code: string, sinceMs: number): Promise<boolean> {
  const { rowCount } = await getPool().query(
    'SELECT 1 FROM channel_alerts WHERE code = $1 AND opened_at >= to_timestamp($2::float8 / 1000) LIMIT 1',
    [code, sinceMs],
  );
  return rowCount === 1;
}
