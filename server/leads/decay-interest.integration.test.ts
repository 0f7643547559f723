import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';

const DAY_MS = 86_400_000;
const contactId = randomUUID();

let database: TestDatabase;
let db: pg.Pool;
let decayInterest: typeof import('./decay-interest').decayInterest;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  ({ decayInterest } = await import('./decay-interest'));
  await insertLead();
});
afterAll(async () => {
  const { closeDatabase } = await import('../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});

test('interest and score fade with silence, whether or not it was done each night, and never below neutral', async () => {
  await believe(0.9);
  await decayInterest(Date.now() + 14 * DAY_MS);
  const fortnight = await lead();
  expect(fortnight.interest).toBeCloseTo(0.7, 2);
  await decayInterest(Date.now() + 28 * DAY_MS);
  const fourWeeks = await lead();
  expect(fourWeeks.interest).toBeCloseTo(0.6, 2);
  expect(fourWeeks.score).toBeLessThan(fortnight.score);
  expect(await decayInterest(Date.now() + 28 * DAY_MS)).toBe(0);
  await decayInterest(Date.now() + 14 * DAY_MS);
  expect((await lead()).interest).toBeCloseTo(fortnight.interest, 2);
});

test('the time of the last turn stays, and a turn that was taken meanwhile counts', async () => {
  await believe(0.9);
  const before = await lead();
  await decayInterest(Date.now() + 7 * DAY_MS);
  expect((await lead()).updatedAt).toEqual(before.updatedAt);
  const { updateLeads } = await import('./decay/store');
  const older = new Date(before.updatedAt.getTime() - 1);
  const late = { contactId: before.contactId, score: 1, reasons: [], interest: 0.1, updatedAt: older };
  expect(await updateLeads([late])).toBe(0);
});

async function believe(interest: number): Promise<void> {
  await db.query(`UPDATE flow_sessions SET state = jsonb_set(state, '{interest}', $1)`, [interest]);
  await decayInterest(Date.now());
}

async function lead() {
  const { rows } = await db.query<{ contactId: string; score: number; interest: number; updatedAt: Date }>(
    'SELECT contact_id AS "contactId", score, interest, updated_at AS "updatedAt" FROM leads',
  );
  const [row] = rows;
  if (!row) throw new Error('There is no lead.');
  return row;
}

async function insertLead(): Promise<void> {
  const at = new Date().toISOString();
  const id = randomUUID();
  const place = { id, contactId, flowId: 'loan', flowVersion: 1, status: 'active', state: 'qualifying', wait: null };
  const nothing = { slots: {}, returns: [], calls: [], visits: {}, said: {}, consents: {} };
  const times = { turn: 1, turnsInHour: { hour: 0, count: 0 }, startedAt: at, updatedAt: at };
  const session = { ...place, ...nothing, ...times, language: 'en', timezone: 'Asia/Kolkata', interest: 0.5 };
  await db.query(
    `INSERT INTO contacts (id, channel, phone, language, timezone)
     VALUES ($1, 'whatsapp', '+919845012345', 'en', 'Asia/Kolkata')`,
    [contactId],
  );
  await db.query(
    `INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, state, version, started_at, updated_at)
     VALUES ($1, $2, 'loan', 1, 'active', 'qualifying', $3, 1, $4, $4)`,
    [id, contactId, session, at],
  );
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at)
     VALUES ($1, 0, '[]', 0.5, '{}', 'loan', 'qualifying', $2)`,
    [contactId, at],
  );
}
