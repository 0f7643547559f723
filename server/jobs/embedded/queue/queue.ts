import { EventEmitter } from 'node:events';
import { Logger, type Runner as QueueRunner, run, type TaskList } from 'graphile-worker';
import pg, { type ClientBase } from 'pg';
import { log } from '../../../log';

/** What is handed to the queue: one call of a run, or events to be matched. */
export type QueuedWork =
  | { readonly task: 'job-item'; readonly id: string; readonly priority: number }
  | { readonly task: 'job-events'; readonly ids: readonly string[] };

/**
 * Hands work to the queue within the caller's transaction: whoever is free takes it as soon as that commits. The queue only
 * tells; what is to be done stands in our own rows, so a lost or a doubled entry does no harm.
 */
export async function enqueue(client: Pick<ClientBase, 'query'>, work: readonly QueuedWork[]): Promise<void> {
  if (work.length === 0) return;
  const specs = work.map((entry) =>
    entry.task === 'job-item'
      ? { task: entry.task, payload: { id: entry.id }, key: entry.id, priority: clampPriority(entry.priority) }
      : { task: entry.task, payload: { ids: entry.ids }, key: null, priority: 0 },
  );
  await client.query({
    name: 'jobs.enqueue',
    text: `SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
        SELECT ROW(task, payload, NULL, NULL, NULL, key, priority, NULL)::graphile_worker.job_spec
        FROM jsonb_to_recordset($1) AS s(task text, payload json, key text, priority smallint)))`,
    values: [JSON.stringify(specs)],
  });
}

export type Queue = { readonly stop: () => Promise<void> };

/** Starts to take work from the queue, after bringing its tables up to date. `work` must not throw. */
export async function startQueue(options: {
  readonly concurrency: number;
  readonly doItem: (id: string) => Promise<void>;
  readonly matchEvents: (ids: readonly string[]) => Promise<void>;
}): Promise<Queue> {
  const pgPool = createQueuePool();
  const taskList: TaskList = {
    'job-item': async (payload) => options.doItem((payload as { id: string }).id),
    'job-events': async (payload) => options.matchEvents((payload as { ids: readonly string[] }).ids),
  };
  const runner: QueueRunner = await run({
    pgPool,
    taskList,
    concurrency: options.concurrency,
    pollInterval: 1_000, // NOTIFY tells sooner; this is for a notice that was lost
    noHandleSignals: true,
    logger: queueLogger,
    events: new EventEmitter(),
  });
  return {
    stop: async () => {
      await runner.stop();
      await pgPool.end();
    },
  };
}

/** Removes entries that were given up: those of a process that died over them, whose work somebody else has long done. */
export async function tidyQueue(client: Pick<ClientBase, 'query'>): Promise<void> {
  await client.query(`DELETE FROM graphile_worker._private_jobs
    WHERE attempts >= max_attempts AND (locked_at IS NULL OR locked_at < now() - interval '1 hour')`);
}

/** Apart from the app's connections: one of them listens all the time. */
function createQueuePool(): pg.Pool {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 5, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined); // a broken connection is replaced at its next use
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const queueLogger = new Logger(() => (level, message) => {
  if (level === 'error') log.warn({ queue: message }, 'jobs.queue');
});

/** A small number goes first; seconds that a run goes before others become that. */
function clampPriority(seconds: number): number {
  return Math.min(32_000, Math.max(-32_000, -Math.round(seconds)));
}
