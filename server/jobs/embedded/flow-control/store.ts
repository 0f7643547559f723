import type { PoolClient } from 'pg';
import { storableJson } from '../../../inbox/storable-json';
import type { StoredEvent } from '../types';

type Control<Value> = {
  /** Empty where nothing is remembered yet. */
  readonly value: Readonly<Partial<Value>>;
  /** When the events that it holds are to be let go; null when it holds none. */
  readonly dueAt: Date | null;
};

/** Locks a key until the transaction ends, whether it was there or not, and reads what is remembered under it. */
export async function lockControl<Value extends object>(
  client: PoolClient,
  key: string,
  expiresAtMs: number,
): Promise<Control<Value>> {
  const { rows } = await client.query<Control<Value>>({
    name: 'jobs.lockControl',
    text: `
    INSERT INTO job_flow_control (key, value, expires_at) VALUES ($1, '{}', $2)
    ON CONFLICT (key) DO UPDATE SET key = excluded.key
    RETURNING value, due_at AS "dueAt"`,
    values: [key, new Date(expiresAtMs)],
  });
  const [row] = rows;
  if (!row) throw new Error('An upsert gave no row.');
  return row;
}

/** Events that are kept back for a run to come, since `sinceMs` and until `dueAtMs`. */
type HeldEvents = {
  readonly functionId: string;
  readonly events: readonly [StoredEvent, ...StoredEvent[]];
  readonly sinceMs: number;
};

/** Locks a key until the transaction ends, and reads the events that are held under it. */
export async function lockHeld(
  client: PoolClient,
  key: string,
  expiresAtMs: number,
): Promise<(HeldEvents & { readonly dueAtMs: number }) | undefined> {
  const { value, dueAt } = await lockControl<HeldEvents>(client, key, expiresAtMs);
  const { functionId, events, sinceMs } = value;
  if (dueAt === null || functionId === undefined || !events || sinceMs === undefined) return undefined;
  return { functionId, events, sinceMs, dueAtMs: dueAt.getTime() };
}

/** Remembers something under a key that this transaction has locked. */
export async function writeControl(
  client: PoolClient,
  key: string,
  written: { readonly value: object; readonly expiresAtMs: number; readonly dueAtMs?: number },
): Promise<void> {
  const { value, expiresAtMs, dueAtMs } = written;
  await client.query({
    name: 'jobs.writeControl',
    text: 'UPDATE job_flow_control SET value = $2, expires_at = $3, due_at = $4 WHERE key = $1',
    values: [key, storableJson(value), new Date(expiresAtMs), dueAtMs === undefined ? null : new Date(dueAtMs)],
  });
}

export async function deleteControl(client: PoolClient, key: string): Promise<void> {
  await client.query('DELETE FROM job_flow_control WHERE key = $1', [key]);
}

/** Makes transactions that decide about the same thing wait for each other. Several are asked for in one call, in order. */
export async function takeTurns(client: Pick<PoolClient, 'query'>, names: readonly string[]): Promise<void> {
  for (const name of [...new Set(names)].sort()) {
    await client.query({
      name: 'jobs.takeTurns',
      text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 6))', // 6: no other lock of ours hashes with it
      values: [name],
    });
  }
}

/** The runs of a function that are not over and hold this singleton key. */
export async function readSingletonRuns(
  client: PoolClient,
  functionId: string,
  key: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: 'jobs.singletonRuns',
    text: `
    SELECT id FROM job_runs
    WHERE function_id = $1 AND keys->>'singleton' = $2 AND ended_at IS NULL`,
    values: [functionId, key],
  });
  return rows.map(({ id }) => id);
}

/** How many calls are under way in one place that a limit counts, of whatever function. */
export async function countExecuting(client: PoolClient, place: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>({
    name: 'jobs.countExecuting',
    text: `
    SELECT count(*)::int AS count FROM job_items i JOIN job_runs r ON r.id = i.run_id
    WHERE i.owner IS NOT NULL AND i.kind = 'call'
      AND (r.keys->>'concurrency.0' = $1 OR r.keys->>'concurrency.1' = $1)`,
    values: [place],
  });
  return rows[0]?.count ?? 0;
}

/** The places that a run's calls take. */
export async function readPlaces(client: Pick<PoolClient, 'query'>, runId: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ place: string }>({
    name: 'jobs.readPlaces',
    text: `SELECT value AS place FROM job_runs, jsonb_each_text(keys)
      WHERE id = $1 AND key IN ('concurrency.0', 'concurrency.1')`,
    values: [runId],
  });
  return rows.map(({ place }) => place);
}

/** Takes calls that were refused for one of these places, for the queue, in the order in which they are to go. */
export async function takeRefused(
  client: Pick<PoolClient, 'query'>,
  { places, most, nowMs }: { readonly places: readonly string[]; readonly most: number; readonly nowMs: number },
): Promise<readonly { readonly id: string; readonly priority: number }[]> {
  const { rows } = await client.query<{ id: string; priority: number }>({
    name: 'jobs.takeRefused',
    text: `
    WITH refused AS (
      SELECT i.id, r.priority FROM job_items i JOIN job_runs r ON r.id = i.run_id
      WHERE i.blocked_at IS NOT NULL AND i.owner IS NULL AND i.queued_at IS NULL
        AND (r.keys->>'concurrency.0' = ANY($1) OR r.keys->>'concurrency.1' = ANY($1))
      ORDER BY r.created_at - make_interval(secs => r.priority), r.id LIMIT $3 FOR UPDATE OF i SKIP LOCKED
    )
    UPDATE job_items i SET due_at = to_timestamp($2::float8 / 1000), queued_at = now() FROM refused
    WHERE i.id = refused.id RETURNING i.id, refused.priority`,
    values: [places, nowMs, most],
  });
  return rows;
}
