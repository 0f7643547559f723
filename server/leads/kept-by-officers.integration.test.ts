import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { insertLead } from '../testing/lead-rows';

let database: TestDatabase;
let db: pg.Pool;
let studioCaller: typeof import('../testing/studio-caller').studioCaller;
let contactId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 1 });
  ({ studioCaller } = await import('../testing/studio-caller'));
  await db.query(`INSERT INTO users (id, name, email, role) VALUES ('test-officer', 'Ravi Kumar', 'ravi@lender.test', 'officer'),
    ('sunita', 'Sunita Rao', 'sunita@lender.test', 'officer')`);
  const asha = { name: 'Asha', phone: '+919845012345', language: 'kn', score: 50, says: 'Namaskara', city: 'Mysuru' };
  contactId = await insertLead(db, asha);
});
afterAll(async () => {
  const { closeDatabase } = await import('../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});

test('a note names whom it mentions, and only its author changes it', async () => {
  const ravi = studioCaller('officer').notes;
  const sunita = studioCaller('officer', { id: 'sunita' }).notes;
  const { id } = await ravi.add({ contactId, body: 'Has a joint owner', mentions: ['sunita'] });
  await expect(sunita.edit({ id, contactId, body: 'No' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(sunita.remove({ id, contactId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await ravi.edit({ id, contactId, body: 'Has two joint owners', mentions: ['sunita'] });
  expect(await sunita.list({ contactId })).toMatchObject([
    { body: 'Has two joint owners', author: { name: 'Ravi Kumar' }, mentions: [{ id: 'sunita', name: 'Sunita Rao' }] },
  ]);
  await studioCaller('owner').notes.remove({ id, contactId });
  expect(await ravi.list({ contactId })).toEqual([]);
});

test('a task is in its officer’s list until it is done, and gone from there with the lead', async () => {
  const tasks = studioCaller('officer').tasks;
  const dueAt = '2026-12-01T10:00:00.000Z';
  const { id } = await tasks.add({ contactId, title: 'Ask for the deed', dueAt, assigneeId: 'test-officer' });
  const mine = { contactId: null };
  expect(await tasks.list(mine)).toMatchObject([{ id, title: 'Ask for the deed', dueAt, contactName: 'Asha' }]);
  await tasks.done({ id, isDone: true });
  expect(await tasks.list(mine)).toEqual([]);
  await tasks.done({ id, isDone: false });
  await db.query(`UPDATE leads SET assignee_id = 'sunita'`);
  expect(await tasks.list(mine)).toEqual([]);
  await expect(tasks.done({ id, isDone: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await db.query('UPDATE leads SET assignee_id = NULL');
  await tasks.remove({ id });
  await expect(tasks.remove({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a view is its author’s own until it is shared, and a second one of its name takes its place', async () => {
  const ravi = studioCaller('officer').views;
  const sunita = studioCaller('officer', { id: 'sunita' }).views;
  const view = { screen: 'leads', name: 'Hot in Mysuru', query: 'bands=hot&cities=Mysuru' } as const;
  const { id } = await ravi.save({ ...view, isShared: false });
  expect(await sunita.list({ screen: 'leads' })).toEqual([]);
  expect(await ravi.save({ ...view, query: 'bands=hot', isShared: true })).toEqual({ id });
  const { screen: _, ...shown } = { ...view, query: 'bands=hot', id, isShared: true, isMine: false };
  expect(await sunita.list({ screen: 'leads' })).toEqual([shown]);
  expect(await sunita.list({ screen: 'inbox' })).toEqual([]);
  await expect(sunita.remove({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const viewers = studioCaller('viewer').views.save({ ...view, isShared: true });
  await expect(viewers).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await ravi.remove({ id });
  expect(await ravi.list({ screen: 'leads' })).toEqual([]);
});
