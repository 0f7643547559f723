import type { ClientBase } from 'pg';
import { getPool } from '../../../db/pool';
import { storableJson } from '../../../inbox/storable-json';
import { type ItemKind, leaseSeconds } from '../runs/store';
import type { JobError, StoredEvent } from '../types';

type Client = Pick<ClientBase, 'query'>;

/** An item that this process may do, until somebody takes it for dead. `generation` fences what comes too late. */
export type Claim = {
  readonly itemId: string;
  readonly runId: string;
  /** "step", or the hash of a planned step. */
  readonly stepId: string;
  readonly kind: ItemKind;
  readonly attempt: number;
  readonly generation: number;
  /** Times that a process died over this call. */
  readonly interruptions: number;
};

const claimColumns = `i.id AS "itemId", i.run_id AS "runId", i.step_id AS "stepId", i.kind, i.attempt, i.generation,
  i.interruptions`;

/** Claims an item that is due and nobody's, unless its function is one of those whose calls wait for each other. */
export async function claimUnlimited(
  itemId: string,
  owner: string,
  limitedFunctions: readonly string[],
  nowMs: number,
): Promise<Claim | undefined> {
  const { rows } = await getPool().query<Claim>({
    name: 'jobs.claim',
    text: `UPDATE job_items i SET owner = $2, generation = i.generation + 1, queued_at = NULL,
        lease_until = now() + make_interval(secs => $5)
      FROM job_runs r WHERE i.id = $1 AND r.id = i.run_id AND i.owner IS NULL
        AND i.due_at <= to_timestamp($4::float8 / 1000) AND (i.kind <> 'call' OR r.function_id <> ALL($3))
      RETURNING ${claimColumns}`,
    values: [itemId, owner, limitedFunctions, nowMs, leaseSeconds],
  });
  return rows[0];
}

/** An item that is due and nobody's, locked for the transaction, with what flow control asks about. */
export type DueItem = Claim & {
  readonly functionId: string;
  readonly appId: string;
  readonly keys: Record<string, string>;
};

export async function lockDueItem(client: Client, itemId: string, nowMs: number): Promise<DueItem | undefined> {
  const { rows } = await client.query<DueItem>({
    name: 'jobs.lockDueItem',
    text: `SELECT ${claimColumns}, r.function_id AS "functionId", r.app_id AS "appId", r.keys
      FROM job_items i JOIN job_runs r ON r.id = i.run_id
      WHERE i.id = $1 AND i.owner IS NULL AND i.due_at <= to_timestamp($2::float8 / 1000) FOR UPDATE OF i SKIP LOCKED`,
    values: [itemId, nowMs],
  });
  return rows[0];
}

/** Makes a locked item this worker's. */
export async function takeItem(client: Client, itemId: string, owner: string): Promise<void> {
  await client.query({
    name: 'jobs.takeItem',
    text: `UPDATE job_items SET owner = $2, generation = generation + 1, queued_at = NULL, blocked_at = NULL,
        lease_until = now() + make_interval(secs => $3) WHERE id = $1`,
    values: [itemId, owner, leaseSeconds],
  });
}

/** Puts off a locked item that flow control refused. */
export async function blockItem(client: Client, itemId: string, againAtMs: number): Promise<void> {
  await client.query(
    `UPDATE job_items SET blocked_at = COALESCE(blocked_at, now()), queued_at = NULL,
       due_at = to_timestamp($2::float8 / 1000) WHERE id = $1`,
    [itemId, againAtMs],
  );
}

/** What a call needs of its run. */
export type RunState = {
  readonly functionId: string;
  readonly status: 'pending' | 'running' | 'waiting';
  readonly events: readonly StoredEvent[];
  readonly requestVersion: number;
  readonly isParallel: boolean;
  readonly steps: readonly { readonly stepId: string; readonly result: unknown }[];
};

/** The run with the steps that are over, in the order in which they ended; undefined once it has ended. */
export async function readState(runId: string): Promise<RunState | undefined> {
  const { rows } = await getPool().query<RunState>({
    name: 'jobs.readState',
    text: `SELECT r.function_id AS "functionId", r.status, r.events, r.request_version AS "requestVersion",
        r.is_parallel AS "isParallel", COALESCE((SELECT jsonb_agg(jsonb_build_object('stepId', s.step_id,
          'result', COALESCE(s.result, 'null')) ORDER BY s.seq) FROM job_steps s
          WHERE s.run_id = r.id AND s.seq IS NOT NULL), '[]') AS steps
      FROM job_runs r WHERE r.id = $1 AND r.ended_at IS NULL`,
    values: [runId],
  });
  return rows[0];
}

/** Writes that a run has begun, when it has not yet. Says whether this was its first call. */
export async function markRunning(runId: string, nowMs: number): Promise<boolean> {
  const { rows } = await getPool().query<{ isFirst: boolean }>({
    name: 'jobs.markRunning',
    text: `UPDATE job_runs r SET status = 'running', started_at = COALESCE(r.started_at, to_timestamp($2::float8 / 1000))
      FROM job_runs old WHERE r.id = $1 AND old.id = r.id AND r.status IN ('pending', 'waiting')
      RETURNING old.started_at IS NULL AS "isFirst"`,
    values: [runId, nowMs],
  });
  return rows[0]?.isFirst ?? false;
}

export async function deleteItem(client: Client, itemId: string): Promise<void> {
  await client.query({ name: 'jobs.deleteItem', text: 'DELETE FROM job_items WHERE id = $1', values: [itemId] });
}

/** Makes a call that is over the next call of its run, which this process makes at once: a row less to delete and to store. */
export async function turnIntoNext(client: Client, itemId: string, nextId: string, nowMs: number): Promise<void> {
  await client.query({
    name: 'jobs.turnIntoNext',
    text: `UPDATE job_items SET id = $2, step_id = 'step', attempt = 0, generation = 1, interruptions = 0, last_error = NULL,
        due_at = to_timestamp($3::float8 / 1000), lease_until = now() + make_interval(secs => $4) WHERE id = $1`,
    values: [itemId, nextId, nowMs, leaseSeconds],
  });
}

/** Plans a call again after it failed. */
export async function retryItem(client: Client, itemId: string, dueAtMs: number, error: JobError): Promise<void> {
  await client.query(
    `UPDATE job_items SET attempt = attempt + 1, due_at = to_timestamp($2::float8 / 1000), last_error = $3,
       owner = NULL, lease_until = NULL, queued_at = NULL, interruptions = 0 WHERE id = $1`,
    [itemId, dueAtMs, storableJson(error)],
  );
}
