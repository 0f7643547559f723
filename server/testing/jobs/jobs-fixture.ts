import { createServer } from 'node:http';
import { Inngest, type InngestFunction } from 'inngest';
import { serve } from 'inngest/node';
import pg from 'pg';
import { createTestDatabase } from '../database';

/** A run as it stands. */
export type SeenRun = {
  readonly id: string;
  readonly status: 'pending' | 'running' | 'waiting' | 'completed' | 'failed' | 'cancelled';
  readonly output: unknown;
  readonly error: { readonly name: string; readonly message: string } | null;
  readonly events: readonly { readonly data: Readonly<Record<string, unknown>> }[];
};

/** An app with real SDK functions, the embedded runner, and real HTTP between them. */
export type JobsFixture = {
  readonly db: pg.Pool;
  /** Where the runner answers. */
  readonly url: string;
  /** Where the app does. */
  readonly appUrl: string;
  readonly send: Inngest['send'];
  /** The runner's clock, which stands still but for `pass`. */
  readonly nowMs: () => number;
  /** Moves the clock and waits for what became due. */
  readonly pass: (ms: number) => Promise<void>;
  /** Resolves when every event is matched and nothing is due or under way. */
  readonly settle: () => Promise<void>;
  /** The runs of a function, oldest first. */
  readonly runs: (functionId: string) => Promise<readonly SeenRun[]>;
  readonly close: () => Promise<void>;
};

type JobsOptions = {
  readonly checkpointing?: boolean;
  readonly beginMs?: number;
  /** With them both sides sign, as in production. */
  readonly keys?: { readonly eventKey: string; readonly signingKey: string };
};

/**
 * Starts it. `checkpointing` off: each step is a call of its own, as older SDKs have it. The clock begins an hour ahead,
 * because SDKs stamp their events with the real time and an event of the future would have to wait.
 */
export async function startJobs(
  functions: (client: Inngest) => readonly InngestFunction.Any[],
  { checkpointing = true, beginMs = Date.now() + 3_600_000, keys }: JobsOptions = {},
): Promise<JobsFixture> {
  const database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
  const [{ serveRunner }, { closeDatabase }] = await Promise.all([
    import('../../jobs/embedded/serve/serve-runner'),
    import('../../db/client'),
  ]);
  let clockMs = beginMs;
  const nowMs = () => clockMs;
  const served = await serveRunner({ host: '127.0.0.1', port: 0, nowMs, backOffMs: () => BACK_OFF_MS, ...keys });
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const client = new Inngest({ id: 'test', isDev: !keys, baseUrl: served.url, logger, checkpointing, ...keys });
  const app = await startApp(client, functions(client));
  const db = new pg.Pool({ connectionString: database.url, max: 2 });
  const settle = () => settled(db, nowMs);
  return {
    db,
    url: served.url,
    appUrl: app.url,
    send: (payload) => client.send(payload),
    nowMs,
    pass: async (ms) => {
      clockMs += ms;
      await served.runner.sweep();
      await settle();
    },
    settle,
    runs: (functionId) => readRuns(db, functionId),
    close: async () => {
      await served.close();
      await app.close();
      await closeDatabase();
      await db.end();
      await database.drop();
    },
  };
}

/** How long the runner waits before it tries again: the clock has to be moved so far. */
export const BACK_OFF_MS = 15_000;

async function startApp(client: Inngest, functions: readonly InngestFunction.Any[]) {
  const http = createServer(serve({ client, functions: [...functions] }));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('The app listens on no port.');
  const url = `http://127.0.0.1:${address.port}/api/inngest`;
  const registered = await fetch(url, { method: 'PUT' });
  if (!registered.ok) throw new Error(`The app did not register: ${await registered.text()}`);
  return {
    url,
    close: () =>
      new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

async function settled(db: pg.Pool, nowMs: () => number): Promise<void> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const { rows } = await db.query<{ open: number }>(
      `SELECT (SELECT count(*) FROM job_events WHERE matched_at IS NULL)
        + (SELECT count(*) FROM job_items WHERE owner IS NOT NULL OR queued_at IS NOT NULL OR due_at <= $1)
        + (SELECT count(*) FROM job_flow_control WHERE due_at <= $1) AS open`,
      [new Date(nowMs())],
    );
    if (Number(rows[0]?.open) === 0) return;
    if (performance.now() > deadline) throw new Error(`The runner still has something to do: ${await openWork(db)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function openWork(db: pg.Pool): Promise<string> {
  const { rows } = await db.query(
    'SELECT i.*, r.function_id, r.status FROM job_items i JOIN job_runs r ON r.id = i.run_id',
  );
  return JSON.stringify(rows);
}

async function readRuns(db: pg.Pool, functionId: string): Promise<readonly SeenRun[]> {
  const { rows } = await db.query<SeenRun>(
    'SELECT id, status, output, error, events FROM job_runs WHERE function_id = $1 ORDER BY created_at, id',
    [`test-${functionId}`],
  );
  return rows;
}
