import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';

const DAY_MS = 86_400_000;
const dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-sample-'));
let database: TestDatabase;
let db: pg.Pool;
let parts: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, LOG_LEVEL: 'silent', VAARTA_DATA_DIR: dataDir });
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  parts = await load();
  for (const flow of await parts.readFlowLibrary()) await parts.insertFlow(flow, 'test');
});
afterAll(async () => {
  const { closeDatabase } = await import('../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

async function load() {
  const [flows, library, sample, progress, caller] = await Promise.all([
    import('../flows/store'),
    import('../flows/flow-library'),
    import('./load-sample'),
    import('./progress/store'),
    import('../testing/studio-caller'),
  ]);
  return { ...flows, ...library, ...sample, ...progress, ...caller };
}

test('a batch of it is conversations of the past that went different ways, and nothing of them is still to be done', async () => {
  const { loadBatch, beginRun } = parts;
  const nowMs = Date.now();
  const run = randomUUID();
  await beginRun({ status: 'loading', done: 0, total: 300, actorId: 'test-owner', run }, 0);
  expect(await loadBatch(run, 0, nowMs)).toBe(true);
  const said = await everything();
  expect(said.contacts).toBe(30);
  expect(said.languages).toBe(5);
  expect(said.stages).toBeGreaterThanOrEqual(5);
  expect(said.messages).toBeGreaterThan(250);
  expect(said.handovers).toBeGreaterThan(3);
  expect(said.consents).toBeGreaterThan(10);
  expect(said.newest.getTime()).toBeLessThanOrEqual(nowMs);
  expect(said.oldest.getTime()).toBeLessThan(nowMs - 20 * DAY_MS);
  const { rows } = await db.query(
    `SELECT (SELECT count(*)::int FROM turn_queue WHERE due_at IS NOT NULL OR lease_until IS NOT NULL) AS due,
       (SELECT count(*)::int FROM outbox_entries WHERE status = 'queued') AS queued,
       (SELECT count(*)::int FROM inbox_entries WHERE status = 'pending') AS pending,
       (SELECT count(*)::int FROM flow_sessions WHERE wake_at < now()) AS ringing,
       (SELECT count(*)::int FROM follow_ups WHERE status = 'planned' AND due_at < now()) AS overdue`,
  );
  expect(rows).toEqual([{ due: 0, queued: 0, pending: 0, ringing: 0, overdue: 0 }]);

  // Their scores are those of today: silence since they wrote has told already.
  const { decayInterest } = await import('../leads/decay-interest');
  expect(await decayInterest(nowMs)).toBe(0);

  // Done again, as a job that died does it, it is the same.
  const texts = await messages();
  expect(await loadBatch(run, 0, nowMs)).toBe(true);
  expect(await messages()).toEqual(texts);
  // A run that another one has taken the place of does nothing.
  expect(await loadBatch(randomUUID(), 1, nowMs)).toBe(false);
});

test('it is offered while there is nobody, and what is removed is the sample and nothing else', async () => {
  const { studioCaller, removeSome, readProgress } = parts;
  const caller = studioCaller('owner');
  await expect(studioCaller('officer').sample.load()).rejects.toThrow('owner');
  await db.query(`UPDATE settings SET value = value || '{"status": "loaded"}' WHERE key = 'sample'`);
  const own = randomUUID();
  await db.query(
    `INSERT INTO contacts (id, channel, bsuid, language, timezone) VALUES ($1, 'simulator', $2, 'en', 'Asia/Kolkata')`,
    [own, `simulator.${own}`],
  );
  expect(await caller.sample.state()).toMatchObject({ status: 'loaded', canLoad: false, canRemove: true });
  await expect(caller.sample.load()).rejects.toThrow('there are contacts already');
  await caller.sample.remove();
  const { rollUp } = await import('../analytics/roll-up/roll-up');
  await rollUp({ most: 100_000, waitMs: 2_000 });
  expect((await db.query('SELECT 1 FROM analytics_days')).rowCount).toBeGreaterThan(0);
  const run = (await readProgress())?.run ?? '';
  for (let more = true; more; ) more = await removeSome(run);
  expect((await db.query('SELECT id FROM contacts')).rows).toEqual([{ id: own }]);
  for (const table of [
    'messages',
    'turns',
    'leads',
    'inbox_entries',
    'outbox_entries',
    'consent_records',
    'analytics_days',
  ])
    expect((await db.query(`SELECT 1 FROM ${table}`)).rowCount).toBe(0);
  await db.query('DELETE FROM contacts');
  expect(await caller.sample.state()).toMatchObject({ status: 'none', canLoad: true, canRemove: false });
});

async function everything() {
  const { rows } = await db.query(
    `SELECT (SELECT count(*)::int FROM contacts) AS contacts, (SELECT count(DISTINCT language)::int FROM contacts) AS languages,
       (SELECT count(DISTINCT stage)::int FROM leads) AS stages, (SELECT count(*)::int FROM messages) AS messages,
       (SELECT count(*)::int FROM handovers) AS handovers, (SELECT count(*)::int FROM consent_records) AS consents,
       (SELECT max(at) FROM messages) AS newest, (SELECT min(at) FROM messages) AS oldest`,
  );
  return rows[0];
}

async function messages() {
  // What is said to them holds references and links, which are new each time.
  const { rows } = await db.query(
    `SELECT contact_id, direction, CASE direction WHEN 'in' THEN content END AS content, at FROM messages
     ORDER BY contact_id, position`,
  );
  return rows;
}
