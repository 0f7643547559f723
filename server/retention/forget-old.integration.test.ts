import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';

const DAY_MS = 86_400_000;
const spokenMs = Date.parse('2026-01-10T06:30:00Z');
const afterDays = (days: number) => spokenMs + days * DAY_MS;

const dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-retention-'));
let database: TestDatabase;
let db: pg.Pool;
let forgetOld: typeof import('./forget-old').forgetOld;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  Object.assign(process.env, { LOG_LEVEL: 'silent', VAARTA_DATA_DIR: dataDir });
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  ({ forgetOld } = await import('./forget-old'));
});
afterAll(async () => {
  const { closeDatabase } = await import('../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});
beforeEach(() =>
  db.query(
    'TRUNCATE contacts, flows, inbox_entries, message_costs, settings, send_paces, contact_imports, campaigns CASCADE',
  ),
);

test.each([
  ['a prospect', 'qualifying', 180],
  ['somebody who wants no loan', 'not_interested', 365],
  ['a completed conversation', 'completed', 730],
])('the conversation of %s is kept to its last day and forgotten after it', async (_who, state, days) => {
  const contactId = await conversation({ state });
  await forgetOld(afterDays(days - 1));
  expect(await left(contactId)).toEqual({ messages: 1, sessions: 1, leads: 1, entries: 1 });
  await forgetOld(afterDays(days + 1));
  expect(await left(contactId)).toEqual({ messages: 0, sessions: 0, leads: 0, entries: 0 });
});

test('who opted out stays opted out, and what they consented to stays on record', async () => {
  const contactId = await conversation({ state: 'qualifying' });
  await db.query('UPDATE contacts SET opted_out_at = $2 WHERE id = $1', [contactId, new Date(spokenMs)]);
  await consent(contactId);
  expect(await forgetOld(afterDays(200))).toMatchObject({ conversations: 0 });
  expect(await forgetOld(afterDays(366))).toMatchObject({ conversations: 1 });
  const { rows } = await db.query(
    `SELECT c.phone, c.opted_out_at IS NOT NULL AS "isOptedOut", r.purpose
     FROM contacts c JOIN consent_records r ON r.contact_id = c.id`,
  );
  expect(rows).toEqual([{ phone: '+919800000001', isOptedOut: true, purpose: 'marketing' }]);
});

test.each([
  ['a follow-up is planned', planFollowUp],
  ['a message waits to be sent', queueMessage],
  ['something came in that is not answered', receive],
  ['a clock runs', (id: string) => db.query('UPDATE flow_sessions SET wake_at = now() WHERE contact_id = $1', [id])],
  [
    'we have written since',
    (id: string) => db.query('UPDATE contacts SET reached_at = $2 WHERE id = $1', [id, new Date(afterDays(100))]),
  ],
])('nobody is forgotten while %s', async (_why, prepare) => {
  const contactId = await conversation({ state: 'qualifying' });
  await prepare(contactId);
  expect(await forgetOld(afterDays(181))).toMatchObject({ conversations: 0 });
  expect(await left(contactId)).toMatchObject({ sessions: 1, leads: 1 });
});

test('what a forgotten message has cost stays in the sum', async () => {
  const contactId = await conversation({ state: 'qualifying' });
  await queueMessage(contactId);
  await db.query(`UPDATE outbox_entries SET status = 'accepted', delivery = 'read'`);
  await db.query(
    `INSERT INTO message_costs (outbox_id, contact_id, category, type, at)
     SELECT id, contact_id, 'marketing', 'regular', $1 FROM outbox_entries`,
    [new Date(spokenMs)],
  );
  const { countMessages } = await import('../costs/store');
  const before = await countMessages({ from: '2026-01-01', to: '2026-01-31' });
  expect(before).toMatchObject([{ category: 'marketing', delivered: 1, undelivered: 0 }]);
  await forgetOld(afterDays(181));
  expect(await left(contactId)).toMatchObject({ messages: 0 });
  expect(await countMessages({ from: '2026-01-01', to: '2026-01-31' })).toEqual(before);
});

test('an ended follow-up outlives the conversation that it was planned in, to its own last day', async () => {
  const contactId = await conversation({ state: 'qualifying' });
  await db.query(
    `INSERT INTO follow_ups (id, contact_id, session_id, reason, summary, due_at, status, created_at, updated_at)
     SELECT $1, contact_id, id, 'later', 'call again', $2, 'answered', $2, $2 FROM flow_sessions`,
    [randomUUID(), new Date(spokenMs)],
  );
  expect(await forgetOld(afterDays(181))).toMatchObject({ conversations: 1, followUps: 0 });
  expect(await left(contactId)).toMatchObject({ sessions: 0 });
  expect(await forgetOld(afterDays(364))).toMatchObject({ followUps: 0 });
  expect(await forgetOld(afterDays(366))).toMatchObject({ followUps: 1 });
});

test('what officers wrote of somebody goes with the conversation, and an officer who has it keeps it', async () => {
  const contactId = await conversation({ state: 'qualifying' });
  const id = randomUUID();
  await db.query(
    `WITH note AS (INSERT INTO notes (id, contact_id, author_id, body) VALUES ($1, $2, 'ravi', 'Has two shops.')),
       task AS (INSERT INTO tasks (id, contact_id, title, author_id) VALUES ($1, $2, 'Call again', 'ravi')),
       event AS (INSERT INTO lead_events (contact_id, kind, detail) VALUES ($2, 'tags', '{}'))
     INSERT INTO handovers (id, contact_id, reason, summary, status) VALUES ($1, $2, 'customer', '', 'taken')`,
    [id, contactId],
  );
  expect(await forgetOld(afterDays(900))).toMatchObject({ conversations: 0 });
  await db.query(`UPDATE handovers SET status = 'closed'`);
  expect(await forgetOld(afterDays(900))).toMatchObject({ conversations: 1 });
  for (const table of ['notes', 'tasks', 'lead_events', 'handovers', 'conversations'])
    expect((await db.query(`SELECT 1 FROM ${table}`)).rowCount).toBe(0);
});

test('the files of a conversation go with it', async () => {
  const contactId = await conversation({ state: 'qualifying' });
  const { mediaStorage } = await import('../media/storage');
  await mediaStorage().put('old/file', Buffer.from('a picture'), 'image/png');
  await db.query(
    `INSERT INTO media_files (id, contact_id, channel, kind, status, storage_key)
     VALUES ($1, $2, 'whatsapp', 'image', 'stored', 'old/file')`,
    [randomUUID(), contactId],
  );
  await forgetOld(afterDays(181));
  expect(await mediaStorage().get('old/file')).toBeUndefined();
  expect((await db.query('SELECT 1 FROM media_files')).rowCount).toBe(0);
});

test('a turn that was begun before is refused', async () => {
  const contactId = await conversation({ state: 'qualifying' });
  await db.query('INSERT INTO turn_queue (contact_id, fence) VALUES ($1, 7)', [contactId]);
  await forgetOld(afterDays(181));
  const { rows } = await db.query('SELECT fence FROM turn_queue');
  expect(rows).toEqual([{ fence: '8' }]);
});

test('more contacts than one batch are all forgotten, and a second run finds nothing', async () => {
  for (let index = 0; index < 5; index += 1) await conversation({ state: 'qualifying', phone: index });
  expect(await forgetOld(afterDays(181), 2)).toMatchObject({ conversations: 5 });
  expect(await forgetOld(afterDays(181))).toMatchObject({ conversations: 0 });
});

test('a setting counts, and one that can’t be read forgets nothing', async () => {
  const contactId = await conversation({ state: 'qualifying' });
  await setRetention({ prospectDays: 0 });
  await forgetOld(afterDays(9_999));
  expect(await left(contactId)).toMatchObject({ messages: 1 });
  await setRetention({ prospectDays: 30 });
  await forgetOld(afterDays(31));
  expect(await left(contactId)).toMatchObject({ messages: 0 });
});

test('ended follow-ups, rows of old imports, statuses and paces go by their own days', async () => {
  const contactId = await conversation({ state: 'completed' });
  await db.query(
    `INSERT INTO follow_ups (id, contact_id, reason, summary, due_at, status, created_at, updated_at)
     VALUES ($1, $2, 'later', 'call again', $3, 'cancelled', $3, $3)`,
    [randomUUID(), contactId, new Date(spokenMs)],
  );
  await importOne();
  await db.query(
    `INSERT INTO inbox_entries (channel, external_id, kind, payload, occurred_at, received_at, status)
     VALUES ('whatsapp', 'status-1', 'status', '{}', $1, $1, 'handled'), ('whatsapp', 'status-2', 'status', '{}', $1, $1, 'pending')`,
    [new Date(spokenMs)],
  );
  await db.query(`INSERT INTO send_paces VALUES ('contact:1', $1), ('contact:2', $2)`, [
    new Date(spokenMs),
    new Date(afterDays(29)),
  ]);
  expect(await forgetOld(afterDays(29))).toMatchObject({ importRows: 0, statuses: 0, followUps: 0 });
  expect(await forgetOld(afterDays(31))).toMatchObject({ importRows: 2, statuses: 1, followUps: 0 });
  expect(await forgetOld(afterDays(366))).toMatchObject({ conversations: 0, followUps: 1 });
  const { rows } = await db.query(
    'SELECT (SELECT count(*)::int FROM contact_imports) AS imports, count(*)::int AS paces FROM send_paces',
  );
  expect(rows).toEqual([{ imports: 1, paces: 0 }]);
});

async function conversation({
  state,
  phone = 1,
}: {
  readonly state: string;
  readonly phone?: number;
}): Promise<string> {
  const id = randomUUID();
  const sessionId = randomUUID();
  const at = new Date(spokenMs);
  await db.query(
    `INSERT INTO contacts (id, channel, phone, language, timezone, last_inbound_at)
     VALUES ($1, 'whatsapp', $2, 'en', 'Asia/Kolkata', $3)`,
    [id, `+91980000${String(phone).padStart(4, '0')}`, at],
  );
  await db.query(
    `INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, state, version, started_at, updated_at)
     VALUES ($1, $2, 'loan', 1, 'active', $3, '{}', 1, $4, $4)`,
    [sessionId, id, state, at],
  );
  await db.query(
    `INSERT INTO messages (id, contact_id, session_id, direction, channel, content, text_keys, language, at)
     VALUES ($1, $2, $3, 'in', 'whatsapp', '{}', '{}', 'en', $4)`,
    [randomUUID(), id, sessionId, at],
  );
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at)
     VALUES ($1, 40, '[]', 0.5, '{}', 'loan', $2, $3)`,
    [id, state, at],
  );
  await db.query(
    `INSERT INTO inbox_entries (channel, external_id, kind, contact_id, payload, occurred_at, received_at, status)
     VALUES ('whatsapp', $3, 'message', $1, '{}', $2, $2, 'handled')`,
    [id, at, `wamid.${id}`],
  );
  return id;
}

async function left(contactId: string) {
  const { rows } = await db.query(
    `SELECT (SELECT count(*)::int FROM messages WHERE contact_id = $1) AS messages,
       (SELECT count(*)::int FROM flow_sessions WHERE contact_id = $1) AS sessions,
       (SELECT count(*)::int FROM leads WHERE contact_id = $1) AS leads,
       (SELECT count(*)::int FROM inbox_entries WHERE contact_id = $1) AS entries`,
    [contactId],
  );
  return rows[0];
}

function consent(contactId: string) {
  return db.query(
    `INSERT INTO consent_records (contact_id, purpose, status, language, channel, at)
     VALUES ($1, 'marketing', 'withdrawn', 'en', 'whatsapp', $2)`,
    [contactId, new Date(spokenMs)],
  );
}

function planFollowUp(contactId: string) {
  return db.query(
    `INSERT INTO follow_ups (id, contact_id, reason, summary, due_at) VALUES ($1, $2, 'later', 'call again', $3)`,
    [randomUUID(), contactId, new Date(afterDays(200))],
  );
}

function queueMessage(contactId: string) {
  return db.query(
    `INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload)
     SELECT $2, id, contact_id, $2, 0, 'whatsapp', '{}' FROM messages WHERE contact_id = $1`,
    [contactId, randomUUID()],
  );
}

function receive(contactId: string) {
  return db.query(
    `INSERT INTO inbox_entries (channel, external_id, kind, contact_id, payload, occurred_at)
     VALUES ('whatsapp', $2, 'message', $1, '{}', now())`,
    [contactId, randomUUID()],
  );
}

function setRetention(value: object) {
  return db.query(
    `INSERT INTO settings (key, value) VALUES ('retention', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [value],
  );
}

async function importOne(): Promise<void> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO contact_imports (id, filename, columns, row_count, created_at) VALUES ($1, 'people.csv', '{phone}', 2, $2)`,
    [id, new Date(spokenMs)],
  );
  await db.query(`INSERT INTO contact_import_rows (import_id, row, cells) VALUES ($1, 2, '{x}'), ($1, 3, '{y}')`, [id]);
}
