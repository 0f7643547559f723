import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../testing/database';
import type { Runner } from '../create-runner';

let database: TestDatabase;
let db: pg.Pool;
let runner: Runner | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
  db = new pg.Pool({ connectionString: database.url, max: 2 });
});

afterAll(async () => {
  await runner?.stop();
  const { closeDatabase } = await import('../../../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});

test('an event that was sent before the first start of a runner is kept, and heard when it begins', async () => {
  const [{ answerRequest }, { createRunner }] = await Promise.all([
    import('../http/answer-request'),
    import('../create-runner'),
  ]);
  const world = { nowMs: Date.now, signingKey: undefined, eventKey: undefined };
  const body = JSON.stringify({ name: 'early', data: {} });
  const answer = await answerRequest(world, new Request('http://runner.test/e/key', { method: 'POST', body }));
  expect(answer.status).toBe(200);
  expect(await matched()).toBe(0);
  runner = await createRunner({
    owner: '0190a000-0000-7000-8000-000000000001',
    call: () => Promise.reject(new Error()),
  });
  await expect.poll(matched, { timeout: 10_000, interval: 15 }).toBe(1);
});

async function matched(): Promise<number> {
  const { rowCount } = await db.query(`SELECT 1 FROM job_events WHERE name = 'early' AND matched_at IS NOT NULL`);
  return rowCount ?? 0;
}
