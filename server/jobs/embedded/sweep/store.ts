import { getPool } from '../../../db/pool';
import { inTransaction } from '../../../db/transaction';
import { enqueue, type QueuedWork } from '../queue/queue';

/** Hands items to the queue whose time has come. Several processes share them. Says how many. */
export function queueDueItems(nowMs: number): Promise<number> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ id: string; priority: number }>({
      name: 'jobs.queueDue',
      text: `WITH due AS (
          SELECT i.id, r.priority FROM job_items i JOIN job_runs r ON r.id = i.run_id
          WHERE i.owner IS NULL AND i.queued_at IS NULL AND i.due_at <= to_timestamp($1::float8 / 1000)
          ORDER BY i.due_at LIMIT $2 FOR UPDATE OF i SKIP LOCKED
        )
        UPDATE job_items i SET queued_at = now() FROM due WHERE i.id = due.id RETURNING i.id, due.priority`,
      values: [nowMs, mostAtOnce],
    });
    await enqueue(
      client,
      rows.map(({ id, priority }) => ({ task: 'job-item', id, priority })),
    );
    return rows.length;
  });
}

/** Items that one look hands over at most; the next look follows at once. */
export const mostAtOnce = 500;

/** Milliseconds until the next item or held event is due, or undefined when none will be. */
export async function msUntilNextDue(nowMs: number): Promise<number | undefined> {
  const { rows } = await getPool().query<{ ms: number | null }>({
    name: 'jobs.nextDue',
    text: `SELECT (extract(epoch FROM LEAST(
        (SELECT min(due_at) FROM job_items WHERE owner IS NULL AND queued_at IS NULL),
        (SELECT min(due_at) FROM job_flow_control WHERE due_at IS NOT NULL))) * 1000 - $1)::float8 AS ms`,
    values: [nowMs],
  });
  return rows[0]?.ms ?? undefined;
}

/** Whether a worker has told that it is alive. */
export async function isBeating(owner: string): Promise<boolean> {
  const { rowCount } = await getPool().query('SELECT 1 FROM worker_processes WHERE id = $1', [owner]);
  return rowCount === 1;
}

/** Frees what nobody does any more: items of processes that have been silent, and those whose lease is over. Due at once. */
export async function freeItemsOfTheDead(silentSeconds: number): Promise<void> {
  await getPool().query({
    name: 'jobs.freeDead',
    text: `WITH lost AS (
        SELECT id FROM job_items i WHERE owner IS NOT NULL AND (lease_until < now() OR NOT EXISTS
          (SELECT 1 FROM worker_processes w WHERE w.id = i.owner AND w.seen_at > now() - make_interval(secs => $1)))
        FOR UPDATE SKIP LOCKED
      )
      UPDATE job_items i SET owner = NULL, lease_until = NULL, queued_at = NULL, interruptions = interruptions + 1
      FROM lost WHERE i.id = lost.id`,
    values: [silentSeconds],
  });
}

export type OwnedItem = { readonly id: string; readonly generation: number };

/** What a worker has by our rows. */
export async function readOwnItems(owner: string): Promise<readonly OwnedItem[]> {
  const { rows } = await getPool().query<OwnedItem>('SELECT id, generation FROM job_items WHERE owner = $1', [owner]);
  return rows;
}

/** Gives back what a worker has and does not do: it lost them by a failure. One that it claimed again since stays. */
export async function giveBackItems(owner: string, items: readonly OwnedItem[]): Promise<void> {
  if (items.length === 0) return;
  await getPool().query(
    `UPDATE job_items i SET owner = NULL, lease_until = NULL, queued_at = NULL
     FROM jsonb_to_recordset($2) AS lost(id text, generation int)
     WHERE i.id = lost.id AND i.generation = lost.generation AND i.owner = $1`,
    [owner, JSON.stringify(items)],
  );
}

/**
 * Takes back what was handed to the queue a while ago and not begun, once nothing waits there: its entry has died with a
 * process. While something waits, it may be among that.
 */
export async function requeueForgotten(olderThanSeconds: number): Promise<void> {
  await getPool().query(
    `UPDATE job_items SET queued_at = NULL
     WHERE owner IS NULL AND queued_at < now() - make_interval(secs => $1) AND NOT EXISTS ${waitingIn('job-item')}`,
    [olderThanSeconds],
  );
}

/** Whether nothing waits in the queue to be matched: what is not matched yet is then just being so, or lost. */
export async function isMatchingIdle(): Promise<boolean> {
  const { rows } = await getPool().query<{ isIdle: boolean }>(
    `SELECT NOT EXISTS ${waitingIn('job-events')} AS "isIdle"`,
  );
  return rows[0]?.isIdle ?? false;
}

function waitingIn(task: QueuedWork['task']): string {
  return `(SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = '${task}' AND locked_at IS NULL AND run_at <= now())`;
}

/** The keys of held events (debounce, batch) whose time has come. */
export async function readDueHolds(nowMs: number): Promise<readonly string[]> {
  const { rows } = await getPool().query<{ key: string }>({
    name: 'jobs.dueHolds',
    text: `SELECT key FROM job_flow_control WHERE due_at <= to_timestamp($1::float8 / 1000) ORDER BY due_at LIMIT 200`,
    values: [nowMs],
  });
  return rows.map(({ key }) => key);
}

/** Forgets limits that no longer limit. */
export async function forgetOldLimits(nowMs: number): Promise<void> {
  await getPool().query(
    'DELETE FROM job_flow_control WHERE due_at IS NULL AND expires_at < to_timestamp($1::float8 / 1000)',
    [nowMs],
  );
}
