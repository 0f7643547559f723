import type { ClientBase } from 'pg';
import { getPool } from '../../../db/pool';
import { storableJson } from '../../../inbox/storable-json';
import { enqueue } from '../queue/queue';
import type { JobError, StoredEvent } from '../types';
import { derivedUlid, newUlid } from '../ulid';

type Client = Pick<ClientBase, 'query'>;

export type NewRun = {
  readonly id: string;
  readonly functionId: string;
  readonly appId: string;
  readonly events: readonly StoredEvent[];
  readonly dueAtMs: number;
  readonly keys: Readonly<Record<string, string>>;
  readonly priority: number;
  readonly parentRunId: string | null;
  readonly parentStepId: string | null;
};

/** Stores a run. Says whether it is new: one of the same id is the same run. */
export async function insertRun(client: Client, run: NewRun, nowMs: number): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'jobs.insertRun',
    text: `INSERT INTO job_runs (id, function_id, app_id, events, due_at, keys, priority, parent_run_id, parent_step_id,
        created_at)
      VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6, $7, $8, $9, to_timestamp($10::float8 / 1000))
      ON CONFLICT (id) DO NOTHING`,
    values: [
      run.id,
      run.functionId,
      run.appId,
      storableJson(run.events),
      run.dueAtMs,
      storableJson(run.keys),
      Math.round(run.priority),
      run.parentRunId,
      run.parentStepId,
      nowMs,
    ],
  });
  return rowCount === 1;
}

/** What is due of a run: a call of the SDK, or a clock that runs out. */
export type NewItem = {
  readonly id: string;
  readonly runId: string;
  readonly stepId: string;
  readonly kind: ItemKind;
  readonly dueAtMs: number;
  /** Who does it at once; null leaves it to the queue. */
  readonly owner: string | null;
};
export type ItemKind = 'call' | 'wake' | 'startBy' | 'finishBy' | 'cancel';

/** Stores items, and hands those that are due to the queue. One of the same id stays as it is. */
export async function insertItems(
  client: Client,
  items: readonly NewItem[],
  priority: number,
  nowMs: number,
): Promise<void> {
  if (items.length === 0) return;
  const { rows } = await client.query<{ id: string }>({
    name: 'jobs.insertItems',
    text: `INSERT INTO job_items (id, run_id, step_id, kind, due_at, owner, lease_until, generation, queued_at)
      SELECT id, "runId", "stepId", kind, to_timestamp("dueAtMs" / 1000), owner,
        CASE WHEN owner IS NOT NULL THEN now() + make_interval(secs => $3) END,
        CASE WHEN owner IS NOT NULL THEN 1 ELSE 0 END,
        CASE WHEN owner IS NULL AND "dueAtMs" <= $2 THEN now() END
      FROM jsonb_to_recordset($1)
        AS i(id text, "runId" text, "stepId" text, kind text, "dueAtMs" float8, owner uuid)
      ON CONFLICT (id) DO NOTHING RETURNING CASE WHEN queued_at IS NOT NULL THEN id END AS id`,
    values: [JSON.stringify(items), nowMs, leaseSeconds],
  });
  const due = rows.flatMap(({ id }) => (id === null ? [] : [id]));
  await enqueue(
    client,
    due.map((id) => ({ task: 'job-item', id, priority })),
  );
}

/** The longest that one call may take, and a minute: a process that lives keeps what it does. */
export const leaseSeconds = 2 * 3600 + 60;

/** Has a step looked at now that waited for its clock: what it waited for has come. */
export async function wakeStep(client: Client, runId: string, stepId: string, nowMs: number): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE job_items SET due_at = to_timestamp($3::float8 / 1000), queued_at = now()
     WHERE run_id = $1 AND step_id = $2 AND kind = 'wake' AND owner IS NULL RETURNING id`,
    [runId, stepId, nowMs],
  );
  await enqueue(
    client,
    rows.map(({ id }) => ({ task: 'job-item', id, priority: 0 })),
  );
}

/** Has runs ended as cancelled by whoever is free: the caller holds no lock on them. Runs that have ended stay as they are. */
export async function requestCancel(client: Client, runIds: readonly string[], nowMs: number): Promise<void> {
  if (runIds.length === 0) return;
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM job_runs WHERE id = ANY($1) AND ended_at IS NULL ORDER BY id`,
    [runIds],
  );
  const items = rows.map(
    ({ id }): NewItem => ({
      id: derivedUlid(nowMs, id, 'cancel'),
      runId: id,
      stepId: '',
      kind: 'cancel',
      dueAtMs: nowMs,
      owner: null,
    }),
  );
  await insertItems(client, items, 0, nowMs);
}

/** Stores what a run waits for. One of the same id stays as it is. */
export async function insertWaits(client: Client, waits: readonly NewWait[]): Promise<void> {
  if (waits.length === 0) return;
  await client.query(
    `INSERT INTO job_waits (id, run_id, step_id, kind, event_name, expression, expires_at)
     SELECT id, "runId", "stepId", kind, "eventName", expression, to_timestamp("expiresAtMs" / 1000)
     FROM jsonb_to_recordset($1) AS w(id text, "runId" text, "stepId" text, kind text, "eventName" text,
       expression text, "expiresAtMs" float8)
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(waits)],
  );
}

export type NewWait = {
  readonly id: string;
  readonly runId: string;
  readonly stepId: string | null;
  readonly kind: 'event' | 'cancel';
  readonly eventName: string;
  readonly expression: string | null;
  readonly expiresAtMs: number | null;
};

/** A run as it is while it is locked. */
export type LockedRun = {
  readonly id: string;
  readonly functionId: string;
  readonly appId: string;
  readonly events: readonly StoredEvent[];
  readonly status: 'pending' | 'running' | 'waiting' | 'completed' | 'failed' | 'cancelled';
  readonly requestVersion: number;
  readonly isParallel: boolean;
  readonly priority: number;
  readonly parentRunId: string | null;
  readonly parentStepId: string | null;
};

const runColumns = `r.id, r.function_id AS "functionId", r.app_id AS "appId", r.events, r.status,
  r.request_version AS "requestVersion", r.is_parallel AS "isParallel", r.priority, r.parent_run_id AS "parentRunId",
  r.parent_step_id AS "parentStepId"`;

/**
 * Locks a run that has not ended: whatever changes it comes one after the other. Others may still give it items meanwhile
 * (NO KEY), so that nobody who holds one run ever waits for another.
 */
export async function lockRun(client: Client, runId: string): Promise<LockedRun | undefined> {
  const { rows } = await client.query<LockedRun>({
    name: 'jobs.lockRun',
    text: `SELECT ${runColumns} FROM job_runs r WHERE id = $1 AND ended_at IS NULL FOR NO KEY UPDATE`,
    values: [runId],
  });
  return rows[0];
}

/** The same for whoever does one of its items: undefined as well when somebody else has taken that over. */
export async function lockRunOfItem(
  client: Client,
  item: { readonly itemId: string; readonly generation: number },
  owner: string,
): Promise<LockedRun | undefined> {
  const { rows } = await client.query<LockedRun>({
    name: 'jobs.lockRunOfItem',
    text: `SELECT ${runColumns} FROM job_runs r JOIN job_items i ON i.run_id = r.id
      WHERE i.id = $1 AND i.generation = $2 AND i.owner = $3 AND r.ended_at IS NULL
      FOR NO KEY UPDATE OF r FOR UPDATE OF i`,
    values: [item.itemId, item.generation, owner],
  });
  return rows[0];
}

/** What a run began with; undefined when there is none. */
export async function readBeginning(runId: string): Promise<Beginning | undefined> {
  const { rows } = await getPool().query<Beginning>(
    `SELECT function_id AS "functionId", events, keys, priority, ended_at IS NOT NULL AS "hasEnded"
     FROM job_runs WHERE id = $1`,
    [runId],
  );
  return rows[0];
}

export type Beginning = Pick<NewRun, 'functionId' | 'events' | 'keys' | 'priority'> & { readonly hasEnded: boolean };

/** Writes how a run ended, and removes what it still waited for. */
export async function recordEnd(client: Client, runId: string, end: RunEnd, nowMs: number): Promise<void> {
  await client.query({
    name: 'jobs.endRun',
    text: `WITH items AS (DELETE FROM job_items WHERE run_id = $1), waits AS (DELETE FROM job_waits WHERE run_id = $1)
      UPDATE job_runs SET status = $2::job_run_status, output = $3, error = $4,
        ended_at = to_timestamp($5::float8 / 1000) WHERE id = $1`,
    values: [
      runId,
      end.status,
      end.status === 'completed' ? storableJson(end.output ?? null) : null,
      end.status === 'completed' ? null : storableJson(end.error),
      nowMs,
    ],
  });
}

export type RunEnd =
  | { readonly status: 'completed'; readonly output: unknown }
  | { readonly status: 'failed' | 'cancelled'; readonly error: JobError };

/** How a run that another one invoked ended, by the step that invoked it; undefined while it has not. */
export async function readInvoked(
  client: Client,
  parentRunId: string,
  parentStepId: string,
): Promise<RunEnd | undefined> {
  const { rows } = await client.query<RunEnd>(
    `SELECT status, output, error FROM job_runs
     WHERE parent_run_id = $1 AND parent_step_id = $2 AND ended_at IS NOT NULL LIMIT 1`,
    [parentRunId, parentStepId],
  );
  return rows[0];
}

/** The id of an item that is made once and then no more. */
export function newItemId(nowMs: number): string {
  return newUlid(nowMs);
}
