import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database';

let database: TestDatabase;
let db: pg.Pool;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  db = new pg.Pool({ connectionString: database.url, max: 4 });
  await db.query('CREATE TABLE bodies (run text, step text, worker uuid, at timestamptz DEFAULT clock_timestamp())');
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await db.end();
  await database.drop();
});

test('two processes are killed, one in the middle of a step and one while all sleep: every run ends, no step that was over runs again', async () => {
  const [first, second] = await Promise.all([startProcess(firstId), startProcess(secondId)]);
  await db.query(`SELECT graphile_worker.add_job('job-events', $1)`, [
    JSON.stringify({ ids: await storeEvents(runs) }),
  ]);
  await until(`SELECT 1 FROM bodies b WHERE worker = '${firstId}' AND NOT EXISTS
    (SELECT 1 FROM job_steps s WHERE s.run_id = b.run AND s.name = b.step)`);
  await kill(first, firstId);
  const over = await db.query('SELECT run_id, name FROM job_steps WHERE seq IS NOT NULL');

  await until(`SELECT 1 FROM job_runs HAVING count(*) FILTER (WHERE status = 'waiting') = ${runs}`);
  await kill(second, secondId);
  await startProcess(thirdId);
  await db.query(`UPDATE job_items SET due_at = now() WHERE kind = 'wake'`); // the hour has passed
  await until(`SELECT 1 FROM job_runs HAVING count(*) FILTER (WHERE status = 'completed') = ${runs}`);

  const { rows } = await db.query<{ run: string; step: string; times: number; first: string }>(
    `SELECT run, step, count(*)::int AS times, (array_agg(worker::text ORDER BY at))[1] AS first FROM bodies GROUP BY run, step`,
  );
  expect(rows).toHaveLength(3 * runs);
  const twice = rows.filter(({ times }) => times > 1);
  expect(twice.every(({ times, first: by }) => times === 2 && by === firstId)).toBe(true);
  expect(twice.filter(({ run, step }) => over.rows.some((row) => row.run_id === run && row.name === step))).toEqual([]);
}, 120_000);

const runs = 8;
const firstId = '0190a000-0000-7000-8000-000000000001';
const secondId = '0190a000-0000-7000-8000-000000000002';
const thirdId = '0190a000-0000-7000-8000-000000000003';

async function storeEvents(count: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO job_events (id, external_id, name, data, ts)
     SELECT '01ARZ3NDEKTSV4RRFFQ69G5FA' || place, 'e' || place, 'work', '{}', 0 FROM generate_series(1, $1) AS place RETURNING id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** Kills a process; the others are told at once what they would notice after five silent seconds. */
async function kill(child: ChildProcess, id: string): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  await db.query('DELETE FROM worker_processes WHERE id = $1', [id]);
}

const program = `(async () => {
  const { Inngest } = await import('inngest');
  const { serve } = await import('inngest/edge');
  const { createRunner } = await import('./server/jobs/embedded/create-runner.ts');
  const { inProcess } = await import('./server/jobs/embedded/in-process.ts');
  const { getPool } = await import('./server/db/pool.ts');
  const owner = process.env.WORKER_ID;
  await getPool().query("INSERT INTO worker_processes (id, seen_at) VALUES ($1, now() + interval '1 hour')", [owner]);
  let runner;
  const client = new Inngest({ id: 'test', isDev: true, baseUrl: 'http://runner.invalid',
    fetch: inProcess((request) => runner.answer(request)) });
  const body = (run, step) => async () => {
    await getPool().query('INSERT INTO bodies (run, step, worker) VALUES ($1, $2, $3)', [run, step, owner]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    return step;
  };
  const work = client.createFunction({ id: 'work', triggers: [{ event: 'work' }] }, async ({ step, runId }) => {
    await step.run('one', body(runId, 'one'));
    await step.run('two', body(runId, 'two'));
    await step.sleep('a while', '1h');
    await step.run('three', body(runId, 'three'));
  });
  const call = inProcess(serve({ client, functions: [work] }));
  runner = await createRunner({ owner, call });
  await call('http://app.invalid/api/inngest', { method: 'PUT' });
  console.log('ready');
})()`;

async function startProcess(id: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: database.url, WORKER_ID: id, NODE_OPTIONS: '', LOG_LEVEL: 'silent' },
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function until(sql: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    if ((await db.query(sql)).rowCount) return;
    if (performance.now() > deadline) {
      const { rows } = await db.query('SELECT status, count(*) FROM job_runs GROUP BY status');
      throw new Error(`This never came true: ${sql}. ${JSON.stringify(rows)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
