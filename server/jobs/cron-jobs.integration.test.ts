import { randomUUID } from 'node:crypto';
import { serve } from 'inngest/edge';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { inngest } from './client';
import { jobs } from './index';

// Both are read when the modules above are loaded.
vi.hoisted(() => Object.assign(process.env, { INNGEST_DEV: '1', LOG_LEVEL: 'silent' }));

let database: TestDatabase;
let db: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterAll(async () => {
  const { closeDatabase } = await import('../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});

const cronJobs = jobs.filter(({ opts }) => (opts.triggers ?? []).some((trigger: object) => 'cron' in trigger));

test.each(cronJobs.map((job) => job.id('vaarta')))(
  '%s runs on an empty database, as the SDK is asked to',
  async (id) => {
    const { status, steps } = await askToRun(id);
    expect({ status, steps }).toMatchObject({ status: 206, steps: [{ op: 'StepRun' }] });
  },
);

test('who wrote and is in no queue is found by the sweep, and only they', async () => {
  const [lost, fresh] = [await contact(), await contact()];
  await receive(lost, '2 minutes');
  await receive(fresh, '10 seconds');
  const { steps } = await askToRun('vaarta-sweep-inbox');
  expect(steps).toMatchObject([{ data: { woken: 1 } }]);
  const { rows } = await db.query('SELECT contact_id AS id FROM turn_queue WHERE due_at <= now()');
  expect(rows).toEqual([{ id: lost }]);
});

async function askToRun(id: string): Promise<{ readonly status: number; readonly steps: unknown }> {
  const handler = serve({ client: inngest, functions: jobs });
  const event = { id: randomUUID(), name: 'inngest/scheduled.timer', data: {}, ts: Date.now() };
  const body = {
    version: 2,
    event,
    events: [event],
    steps: {},
    ctx: { run_id: randomUUID(), fn_id: id, attempt: 0, stack: { stack: [], current: 0 }, use_api: false },
  };
  const response = await handler(
    new Request(`http://127.0.0.1/api/inngest?fnId=${id}&stepId=step`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: '127.0.0.1' },
      body: JSON.stringify(body),
    }),
  );
  return { status: response.status, steps: await response.json() };
}

async function contact(): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO contacts (id, channel, bsuid, language, timezone) VALUES ($1, 'whatsapp', $2, 'en', 'Asia/Kolkata')`,
    [id, id],
  );
  return id;
}

function receive(contactId: string, ago: string) {
  return db.query(
    `INSERT INTO inbox_entries (channel, external_id, kind, contact_id, payload, occurred_at, received_at)
     VALUES ('whatsapp', $2, 'message', $1, '{}', now(), now() - $3::interval)`,
    [contactId, randomUUID(), ago],
  );
}
