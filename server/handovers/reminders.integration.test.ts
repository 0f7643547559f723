import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';

const MINUTE_MS = 60_000;
/** A Thursday; the office is open from 10 to 18. */
const askedMs = Date.parse('2026-11-26T11:00:00+05:30');
const after = (minutes: number) => askedMs + minutes * MINUTE_MS;

let database: TestDatabase;
let db: pg.Pool;
let remindOfficers: (nowMs: number) => Promise<void>;
let nudgeClosingWindow: (nowMs: number) => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  ({ remindOfficers } = await import('./remind-officers'));
  ({ nudgeClosingWindow } = await import('./nudge-closing-window'));
});
afterAll(async () => {
  const { closeDatabase } = await import('../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});
beforeEach(() => db.query('TRUNCATE contacts, channel_alerts, facts_versions CASCADE'));

test('officers are warned after a quarter of an hour, once, and it is critical after an hour', async () => {
  await handover();
  await remindOfficers(after(14));
  expect(await openAlerts()).toEqual([]);
  await remindOfficers(after(15));
  expect(await openAlerts()).toMatchObject([{ code: 'handover.waiting', severity: 'warning', count: 1 }]);
  await remindOfficers(after(30));
  expect(await openAlerts()).toMatchObject([{ severity: 'warning', count: 1 }]);
  await remindOfficers(after(60));
  await remindOfficers(after(75));
  expect(await openAlerts()).toMatchObject([{ severity: 'critical', count: 2 }]);
});

test('what a person has dismissed is not raised again, and a second customer who waits raises it', async () => {
  await handover();
  await remindOfficers(after(90));
  await db.query('UPDATE channel_alerts SET closed_at = now()');
  await remindOfficers(after(95));
  expect(await openAlerts()).toEqual([]);
  await handover({ atMs: after(90) });
  await remindOfficers(after(106));
  const [alert] = await openAlerts();
  expect(alert?.detail).toMatch(/^2 customers wait for an officer .* 26 Nov, 11:00 am/);
});

test('the alert closes when nobody waits any more', async () => {
  await handover();
  await remindOfficers(after(90));
  await db.query('UPDATE contacts SET opted_out_at = now()');
  await remindOfficers(after(95));
  expect(await openAlerts()).toEqual([]);
});

test('nobody is reminded of a night, nor of a simulated customer', async () => {
  await handover({ atMs: Date.parse('2026-11-26T18:30:00+05:30') });
  await handover({ channel: 'simulator' });
  await remindOfficers(Date.parse('2026-11-27T10:14:00+05:30'));
  expect(await openAlerts()).toEqual([]);
  await remindOfficers(Date.parse('2026-11-27T10:15:00+05:30'));
  expect(await openAlerts()).toMatchObject([{ detail: expect.stringMatching(/^A customer waits/) }]);
});

test('a window that ends within two hours is told once, and anew when the customer has written again', async () => {
  const contactId = await handover({ wroteMs: askedMs });
  await nudgeClosingWindow(after(21 * 60 + 59));
  expect(await openAlerts()).toEqual([]);
  await nudgeClosingWindow(after(22 * 60));
  await nudgeClosingWindow(after(22 * 60 + 10));
  expect(await openAlerts()).toMatchObject([{ code: 'window.closing', severity: 'warning', count: 1 }]);
  await db.query('UPDATE contacts SET last_inbound_at = $2 WHERE id = $1', [contactId, new Date(after(23 * 60))]);
  await nudgeClosingWindow(after(23 * 60 + 1));
  expect(await openAlerts()).toEqual([]);
  await nudgeClosingWindow(after(45 * 60 + 30));
  expect(await openAlerts()).toMatchObject([{ code: 'window.closing', count: 1 }]);
  await nudgeClosingWindow(after(47 * 60));
  expect(await openAlerts()).toEqual([]);
});

async function handover({
  atMs = askedMs,
  wroteMs = atMs,
  channel = 'whatsapp',
}: {
  readonly atMs?: number;
  readonly wroteMs?: number;
  readonly channel?: string;
} = {}): Promise<string> {
  const [contactId, sessionId] = [randomUUID(), randomUUID()];
  await db.query(
    `INSERT INTO contacts (id, channel, bsuid, language, timezone, last_inbound_at)
     VALUES ($1, $2, $3, 'en', 'Asia/Kolkata', $4)`,
    [contactId, channel, contactId, new Date(wroteMs)],
  );
  await db.query(
    `INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, state, version, started_at, updated_at)
     VALUES ($1, $2, 'loan', 1, 'active', 'closing', '{}', 1, $3, $3)`,
    [sessionId, contactId, new Date(atMs)],
  );
  await db.query(
    `INSERT INTO handovers (id, contact_id, session_id, turn_id, reason, summary, state_id, created_at)
     VALUES ($1, $2, $3, $1, 'qualified', '', 'closing', $4)`,
    [randomUUID(), contactId, sessionId, new Date(atMs)],
  );
  return contactId;
}

async function openAlerts() {
  const { rows } = await db.query<{ code: string; severity: string; detail: string; count: number }>(
    'SELECT code, severity, detail, count FROM channel_alerts WHERE closed_at IS NULL',
  );
  return rows;
}
