import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { insertLead } from '../../testing/lead-rows';

const PEOPLE = 12;

let database: TestDatabase;
let db: pg.Pool;
let owner: ReturnType<typeof import('../../testing/studio-caller').studioCaller>;
let contactIds: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 3 });
  owner = (await import('../../testing/studio-caller')).studioCaller('owner');
  await db.query(`INSERT INTO users (id, name, email, role) VALUES ('ravi', 'Ravi Kumar', 'ravi@lender.test', 'officer'),
    ('sunita', 'Sunita Rao', 'sunita@lender.test', 'officer')`);
  const numbers = Array.from({ length: PEOPLE }, (_, index) => `+9198450100${String(index).padStart(2, '0')}`);
  const person = { language: 'en', score: 50, says: 'I need a loan', city: 'Mysuru' };
  contactIds = await Promise.all(numbers.map((phone) => insertLead(db, { ...person, name: phone, phone })));
});
afterAll(async () => {
  const { closeDatabase } = await import('../../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});

test('acts on the same leads, named in opposite orders, end all, and one after the other', async () => {
  await db.query(
    `INSERT INTO handovers (id, contact_id, reason, summary) SELECT gen_random_uuid(), id, '', '' FROM unnest($1::uuid[]) id`,
    [contactIds],
  );
  const { bulk } = owner.leads;
  const there = { contactIds: [...contactIds] };
  const back = { contactIds: contactIds.toReversed() };
  const done = await Promise.all([
    bulk({ target: there, act: { type: 'assign', userId: 'ravi' } }),
    bulk({ target: back, act: { type: 'assign', userId: 'sunita' } }),
    bulk({ target: there, act: { type: 'tag', add: ['vip'] } }),
    bulk({ target: back, act: { type: 'tag', add: ['branch'] } }),
  ]);
  expect(done).toEqual(done.map(() => ({ changed: PEOPLE })));
  const { rows } = await db.query(
    `SELECT DISTINCT c.tags, l.assignee_id = h.assignee_id AS "isTogether" FROM contacts c
     JOIN leads l ON l.contact_id = c.id JOIN handovers h ON h.contact_id = c.id`,
  );
  expect(rows).toEqual([{ tags: ['branch', 'vip'], isTogether: true }]);
});

test('an act waits for who has the contact, and holds no lead meanwhile', async () => {
  const [contactId] = contactIds;
  const officer = await db.connect();
  await officer.query('BEGIN');
  await officer.query('SELECT FROM contacts WHERE id = $1 FOR NO KEY UPDATE', [contactId]); // as an act on a handover does
  const tagged = owner.leads.tag({ contactIds: [...contactIds], add: ['late'], remove: [] });
  await untilSomebodyWaits();
  await officer.query(`UPDATE leads SET outcome = 'callBack' WHERE contact_id = $1`, [contactId]);
  await officer.query('COMMIT');
  officer.release();
  expect(await tagged).toEqual({ changed: PEOPLE });
});

test('whoever looks at a lead is told of each change of it', async () => {
  const [contactId = ''] = contactIds;
  const told: (string | undefined)[] = [];
  const listener = await db.connect();
  listener.on('notification', ({ payload }) => told.push(payload));
  await listener.query('LISTEN inbox');
  const acts = [
    () => owner.leads.move({ contactId, stage: 'closing', from: 'qualifying' }),
    () => owner.leads.tag({ contactIds: [contactId], add: [], remove: ['vip'] }),
    () => owner.leads.setFact({ contactId, slot: 'property_location', value: 'Hubballi' }),
    () => owner.notes.add({ contactId, body: 'Call after six', mentions: [] }),
    () => owner.tasks.add({ contactId, title: 'Ask for papers', dueAt: null, assigneeId: null }),
  ];
  for (const [index, act] of acts.entries()) {
    await act();
    await listener.query('SELECT 1'); // what was told before comes with the answer
    expect(told).toEqual(Array.from({ length: index + 1 }, () => contactId));
  }
  await owner.leads.tag({ contactIds: [contactId], add: [], remove: ['vip'] });
  await listener.query('SELECT 1');
  expect(told).toHaveLength(acts.length); // nothing changed
  listener.release(true);
});

async function untilSomebodyWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  const deadline = performance.now() + 10_000;
  while ((await db.query(waiting)).rowCount === 0) {
    if (performance.now() > deadline) throw new Error('Nobody waits.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
