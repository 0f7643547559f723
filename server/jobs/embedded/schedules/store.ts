import type { ClientBase } from 'pg';

type Client = Pick<ClientBase, 'query'>;

/** Remembers schedules that are new as fired at `nowMs`: what lay before they were there is not made up for. */
export async function insertSchedules(client: Client, keys: readonly string[], nowMs: number): Promise<void> {
  await client.query(
    'INSERT INTO job_schedules (key, fired_at) SELECT key, $2 FROM unnest($1::text[]) AS key ON CONFLICT (key) DO NOTHING',
    [keys, new Date(nowMs)],
  );
}

/** When each schedule fired last, in milliseconds. */
export async function readFired(client: Client, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ key: string; firedAt: Date }>({
    name: 'jobs.readFired',
    text: 'SELECT key, fired_at AS "firedAt" FROM job_schedules WHERE key = ANY($1)',
    values: [keys],
  });
  return new Map(rows.map(({ key, firedAt }) => [key, firedAt.getTime()]));
}

/** Moves a schedule on to the minute in which it fires. Says whether the caller is the one who does. */
export async function markFired(client: Client, key: string, beforeMs: number, firedAtMs: number): Promise<boolean> {
  const { rowCount } = await client.query('UPDATE job_schedules SET fired_at = $3 WHERE key = $1 AND fired_at = $2', [
    key,
    new Date(beforeMs),
    new Date(firedAtMs),
  ]);
  return rowCount === 1;
}
