import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';

const MINUTE_MS = 60_000;
/** A Thursday; the office is open from 10 to 18. */
const askedMs = Date.parse('2026-11-26T11:00:00+05:30');
const later = (minutes: number) => askedMs + minutes * MINUTE_MS;

let database: TestDatabase;
let db: pg.Pool;
let routeHandovers: (nowMs: number) => Promise<number>;
let reassignSilent: (nowMs: number) => Promise<number>;
let call: typeof import('@/server/testing/studio-caller').studioCaller;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  ({ routeHandovers } = await import('./route-handovers'));
  ({ reassignSilent } = await import('./reassign-silent'));
  ({ studioCaller: call } = await import('@/server/testing/studio-caller'));
});
afterAll(async () => {
  const { closeDatabase } = await import('@/server/db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});
beforeEach(async () => {
  await db.query('TRUNCATE contacts CASCADE');
  await db.query('TRUNCATE users CASCADE');
});

describe('routing', () => {
  test('goes to who speaks the language, a complaint to who is good at it, and to nobody who is full or away', async () => {
    await officer('ravi', { languages: ['en'] });
    await officer('asha', { languages: ['kn', 'en'] });
    await officer('meera', { languages: ['kn'], skills: ['complaint'] });
    const kannada = await handover({ language: 'kn' });
    const complaint = await handover({ language: 'kn', askedBy: 'complaint' });
    const english = await handover({ language: 'en' });
    expect(await routeHandovers(askedMs)).toBe(3);
    expect(await assigneeOf(complaint)).toBe('meera');
    expect(['asha', 'meera']).toContain(await assigneeOf(kannada));
    expect(['asha', 'ravi']).toContain(await assigneeOf(english));
    await db.query(`UPDATE users SET is_available = false`);
    const late = await handover({ language: 'en' });
    expect(await routeHandovers(askedMs)).toBe(0);
    expect(await assigneeOf(late)).toBeNull();
    await db.query(`UPDATE users SET is_available = true`);
    expect(await routeHandovers(askedMs)).toBe(1);
  });

  test('shares what comes at once, however many look at the same time', async () => {
    for (const id of ['a', 'b', 'c']) await officer(id, { languages: ['en'] });
    for (let index = 0; index < 9; index += 1) await handover();
    await Promise.all([routeHandovers(askedMs), routeHandovers(askedMs), routeHandovers(askedMs)]);
    const { rows } = await db.query('SELECT count(*)::int AS count FROM handovers GROUP BY assignee_id');
    expect(rows.map(({ count }) => count)).toEqual([3, 3, 3]);
  });
});

describe('an officer who is silent', () => {
  test('loses what was routed to them after half an hour of office time, and the lead’s history says so', async () => {
    await officer('ravi', { languages: ['en'] });
    const contactId = await handover();
    await routeHandovers(askedMs);
    await officer('asha', { languages: ['en'] });
    expect(await reassignSilent(later(29))).toBe(0);
    expect(await reassignSilent(later(30))).toBe(1);
    expect(await assigneeOf(contactId)).toBe('asha');
    expect(await reassignSilent(later(59))).toBe(0);
    const { rows } = await db.query(
      `SELECT detail->>'to' AS to, (SELECT count(*)::int FROM audit_entries WHERE subject_id = $1::text
         AND act = 'handover.reassigned') AS audited
       FROM lead_events WHERE contact_id = $1::uuid AND kind = 'assigned'`,
      [contactId],
    );
    expect(rows).toEqual([{ to: 'asha', audited: 1 }]);
  });

  test('loses what they took when the customer waits, and not while the customer is to answer', async () => {
    await officer('ravi', { languages: ['en'] });
    await officer('asha', { languages: ['en'] });
    const contactId = await handover({ assignee: 'ravi', status: 'taken', answeredMs: later(1) });
    await message(contactId, 'out', later(1));
    expect(await reassignSilent(later(300))).toBe(0);
    await message(contactId, 'in', later(310));
    expect(await reassignSilent(later(339))).toBe(0);
    expect(await reassignSilent(later(341))).toBe(1);
    const { rows } = await db.query('SELECT assignee_id FROM leads WHERE contact_id = $1', [contactId]);
    expect(rows).toEqual([{ assignee_id: 'asha' }]);
  });

  test('does not get new time with each message of who goes on writing', async () => {
    await officer('ravi', { languages: ['en'] });
    await officer('asha', { languages: ['en'] });
    const contactId = await handover({ assignee: 'ravi', status: 'taken', answeredMs: later(10) });
    await message(contactId, 'in', later(5));
    await message(contactId, 'out', later(10), 'ravi');
    for (const minute of [100, 115, 129]) await message(contactId, 'in', later(minute));
    expect(await reassignSilent(later(129))).toBe(0);
    expect(await reassignSilent(later(130))).toBe(1);
    expect(await assigneeOf(contactId)).toBe('asha');
  });

  test('is not silent at night, and keeps it where nobody else is free', async () => {
    await officer('ravi', { languages: ['en'] });
    const contactId = await handover({ atMs: Date.parse('2026-11-26T17:50:00+05:30') });
    await routeHandovers(Date.parse('2026-11-26T17:50:00+05:30'));
    expect(await reassignSilent(Date.parse('2026-11-27T10:30:00+05:30'))).toBe(0);
    await officer('asha', { languages: ['en'] });
    expect(await reassignSilent(Date.parse('2026-11-27T10:19:00+05:30'))).toBe(0);
    expect(await reassignSilent(Date.parse('2026-11-27T10:20:00+05:30'))).toBe(1);
    expect(await assigneeOf(contactId)).toBe('asha');
  });
});

test('a conversation is given on by who has it or by an owner, and asked for by any officer', async () => {
  await officer('ravi');
  await officer('asha');
  const contactId = await handover({ assignee: 'ravi', status: 'taken' });
  await expect(as('asha').handovers.assign({ contactId, userId: 'asha' })).rejects.toThrow('ravi has taken this over');
  await as('ravi').handovers.assign({ contactId, userId: 'asha' });
  expect(await assigneeOf(contactId)).toBe('asha');
  await call('owner').handovers.assign({ contactId, userId: 'ravi' });
  await expect(call('owner').handovers.assign({ contactId, userId: 'nobody' })).rejects.toThrow('Choose an officer');
  await call('owner').handovers.close({ contactId, outcome: 'callBack', note: '' });
  await as('ravi').handovers.request({ contactId, reason: 'Wants to talk about papers' });
  await as('ravi').handovers.request({ contactId, reason: 'Again' });
  const { rows } = await db.query(
    `SELECT summary, asked_by FROM handovers WHERE contact_id = $1 AND status = 'requested'`,
    [contactId],
  );
  expect(rows).toEqual([{ summary: 'Wants to talk about papers', asked_by: 'officer' }]);
});

function as(id: string) {
  return call('officer', { id, name: id });
}

async function officer(
  id: string,
  { languages = [], skills = [] }: { readonly languages?: readonly string[]; readonly skills?: readonly string[] } = {},
): Promise<void> {
  await db.query(
    `INSERT INTO users (id, name, email, role, languages, skills) VALUES ($1, $1, $1 || '@lender.test', 'officer', $2, $3)`,
    [id, languages, skills],
  );
}

async function handover({
  language = 'en',
  askedBy = 'customer',
  status = 'requested',
  assignee = null,
  answeredMs = null,
  atMs = askedMs,
}: {
  readonly language?: string;
  readonly askedBy?: string;
  readonly status?: string;
  readonly assignee?: string | null;
  readonly answeredMs?: number | null;
  readonly atMs?: number;
} = {}): Promise<string> {
  const contactId = randomUUID();
  const at = new Date(atMs);
  await db.query(
    `INSERT INTO contacts (id, channel, bsuid, language, timezone, last_inbound_at) VALUES ($1, 'whatsapp', $2, $3, 'Asia/Kolkata', $4)`,
    [contactId, contactId, language, at],
  );
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, assignee_id, updated_at)
     VALUES ($1, 50, '[]', 0.5, '{}', 'loan', 'closing', $2, $3)`,
    [contactId, status === 'taken' ? assignee : null, at],
  );
  await db.query(
    `INSERT INTO handovers (id, contact_id, asked_by, reason, summary, status, assignee_id, routed_at, taken_at, answered_at, created_at)
     VALUES ($1, $2, $3, 'human', '', $4::handover_status, $5, CASE WHEN $5::text IS NOT NULL THEN $6::timestamptz END,
       CASE WHEN $4 = 'taken' THEN $6::timestamptz END, $7, $6)`,
    [randomUUID(), contactId, askedBy, status, assignee, at, answeredMs === null ? null : new Date(answeredMs)],
  );
  return contactId;
}

async function message(
  contactId: string,
  direction: 'in' | 'out',
  atMs: number,
  author: string | null = null,
): Promise<void> {
  await db.query(
    `INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at, author_id)
     VALUES ($1, $2, $3::message_direction, 'whatsapp', '{"type": "text", "text": "Hm"}', '{}', 'en', $4, $5)`,
    [randomUUID(), contactId, direction, new Date(atMs), author],
  );
}

async function assigneeOf(contactId: string): Promise<string | null> {
  const { rows } = await db.query<{ assignee: string | null }>(
    `SELECT assignee_id AS assignee FROM conversations WHERE contact_id = $1`,
    [contactId],
  );
  return rows[0]?.assignee ?? null;
}
