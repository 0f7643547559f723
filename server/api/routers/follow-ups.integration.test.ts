import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '../../db/client';
import { defaultOutreachSettings } from '../../outreach/outreach-settings';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { type FollowUpRows, followUpRows } from '../../testing/follow-up-rows';
import { studioCaller } from '../../testing/studio-caller';

const studio = studioCaller('officer', { name: 'Ravi' }).followUps;
const DAY_MS = 86_400_000;
/** A Wednesday, an allowed day, at least a week from now. */
const wednesday = nextWednesday(Date.now() + 7 * DAY_MS);
const noon = `${wednesday}T12:00:00+05:30`;
const everything = { from: '2020-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z', status: null, search: null };

let database: TestDatabase;
let db: pg.Pool;
let rows: FollowUpRows;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  process.env.LOG_LEVEL = 'silent';
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  rows = followUpRows(db);
});
afterAll(async () => {
  await closeDatabase();
  await db.end();
  await database.drop();
});

test('a follow-up is added by hand into allowed hours, and listed with what it would say', async () => {
  const contactId = await rows.contact({ name: 'Meera', language: 'hi' });
  const before = await rows.plan(contactId, Date.parse(noon));
  const night = `${wednesday}T22:00:00+05:30`;
  const { id, dueAt } = await studio.add({ contactId, dueAt: night, text: ' नमस्ते मीरा जी ' });
  expect(Date.parse(dueAt)).toBe(Date.parse(`${wednesday}T10:00:00+05:30`) + DAY_MS);
  await untilTold(id, dueAt);
  const [added, ...others] = await studio.list({ ...everything, status: 'planned', search: 'mee' });
  expect(others).toEqual([]);
  expect(added).toMatchObject({
    id,
    contactName: 'Meera',
    contactPhone: expect.stringMatching(/^\+91•{6}\d{4}$/),
    language: 'hi',
    dueAt,
    wantedAt: new Date(night).toISOString(),
    reason: 'officer',
    origin: 'officer',
    author: 'Ravi',
    text: 'नमस्ते मीरा जी',
    steps: [{ code: 'time.officer', author: 'Ravi' }, { code: 'moved.night' }],
    preview: null, // the window is closed by then, and no template is approved
  });
  const cancelled = await studio.list({ ...everything, status: 'cancelled' });
  expect(cancelled).toMatchObject([{ id: before, statusReason: 'officer.replaced' }]);
});

test('it says what it would say and what that costs, by the moment at which it is due', async () => {
  const id = await rows.plan(await rows.contact({ name: 'Kiran' }), Date.parse(noon));
  const components = [{ type: 'BODY', text: 'Hello {{1}}, about your {{2}}?', variableNames: ['name', 'property'] }];
  await db.query(
    `INSERT INTO templates (name, language, category, components, status) VALUES ('loan_follow_up', 'en', 'UTILITY', $1, 'APPROVED')`,
    [JSON.stringify(components)],
  );
  expect((await shown(id))?.preview).toEqual({
    text: 'Hello Kiran, about your property?',
    template: 'loan_follow_up',
    costInr: '0.115',
  });
  await db.query(
    `UPDATE contacts SET last_inbound_at = $2 WHERE id = (SELECT contact_id FROM follow_ups WHERE id = $1)`,
    [id, noon],
  );
  expect((await shown(id))?.preview).toMatchObject({ text: expect.stringMatching(/^Hello Kiran! /), template: null });
});

test('a move that knows the newest revision is made; one that does not is a conflict and changes nothing', async () => {
  const id = await rows.plan(await rows.contact(), Date.parse(noon));
  const revision = (await shown(id))?.revision ?? '';
  const later = `${wednesday}T16:30:00+05:30`;
  const moved = await studio.move({ id, dueAt: later, revision });
  expect(moved.dueAt).toBe(new Date(later).toISOString());
  await untilTold(id, moved.dueAt);
  const asMoved = await shown(id);
  expect(asMoved).toMatchObject({
    dueAt: moved.dueAt,
    author: 'Ravi',
    steps: [{ code: 'time.officer', author: 'Ravi' }],
  });
  await expect(studio.move({ id, dueAt: noon, revision })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await shown(id)).toEqual(asMoved);
  const past = { id, dueAt: '2020-01-01T12:00:00Z', revision: asMoved?.revision ?? '' };
  await expect(studio.move(past)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(studio.move({ ...past, id: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('words can be changed and taken back, and a plan cancelled, as long as it is planned', async () => {
  const id = await rows.plan(await rows.contact(), Date.parse(noon));
  await studio.edit({ id, text: 'Hello' });
  expect(await shown(id)).toMatchObject({ text: 'Hello' });
  await studio.edit({ id, text: ' ' });
  expect(await shown(id)).toMatchObject({ text: null });
  await studio.cancel({ id });
  expect(await shown(id)).toMatchObject({ status: 'cancelled', statusReason: 'officer.cancelled', author: 'Ravi' });
  await expect(studio.cancel({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(studio.edit({ id, text: 'Hello' })).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(studio.sendNow({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('sent now, it is due now; to a simulated contact at any hour', async () => {
  const id = await rows.plan(await rows.contact({ channel: 'simulator' }), Date.parse(noon));
  expect(await studio.sendNow({ id })).toEqual({ result: 'send' });
  const sent = await shown(id);
  expect(sent).toMatchObject({ status: 'queued', contactPhone: null, preview: { template: null } });
  expect(Date.parse(sent?.dueAt ?? '')).toBeLessThanOrEqual(Date.now());
  await studio.cancel({ id });
  expect(await shown(id)).toMatchObject({ status: 'cancelled' });
  const { rows: left } = await db.query(
    `SELECT o.status FROM outbox_entries o JOIN follow_ups f ON f.outbox_id = o.id WHERE f.id = $1`,
    [id],
  );
  expect(left).toEqual([{ status: 'cancelled' }]);
});

test('who opted out is neither offered nor planned for, and what is typed is no pattern', async () => {
  const contactId = await rows.contact({ name: '100% Asha' });
  expect(await studio.contacts({ search: '100 ash' })).toMatchObject([
    { id: contactId, name: '100% Asha', plannedFor: null },
  ]);
  expect(await studio.contacts({ search: '%%%' })).toEqual([]);
  await db.query('UPDATE contacts SET opted_out_at = now() WHERE id = $1', [contactId]);
  expect(await studio.contacts({ search: '100%' })).toEqual([]);
  const plan = { contactId, dueAt: noon, text: null };
  await expect(studio.add(plan)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('figures count what is due today, planned, sent and answered', async () => {
  await db.query('TRUNCATE follow_ups');
  await rows.plan(await rows.contact(), Date.now() - DAY_MS);
  await rows.plan(await rows.contact(), Date.parse(noon));
  const answered = await rows.plan(await rows.contact(), Date.now() - DAY_MS);
  await db.query(`UPDATE follow_ups SET status = 'answered', sent_at = now(), answered_at = now() WHERE id = $1`, [
    answered,
  ]);
  expect(await studio.counts()).toEqual({ dueToday: 1, planned: 2, sent: 1, answered: 1 });
});

test('those of a customer who is another officer’s are not there for an officer', async () => {
  const contactId = await rows.contact({ name: 'Zubeida' });
  const id = await rows.plan(contactId, Date.parse(noon));
  await db.query(`INSERT INTO users (id, name, email) VALUES ('other', 'Other', 'other@lender.test')`);
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at, assignee_id)
     VALUES ($1, 0, '[]', 0, '{}', 'a-flow', 'a_state', now(), 'other')`,
    [contactId],
  );
  expect(await shown(id)).toBeUndefined();
  expect(await studio.contacts({ search: 'Zubeida' })).toEqual([]);
  const revision = new Date().toISOString();
  for (const act of [
    () => studio.cancel({ id }),
    () => studio.edit({ id, text: 'Hello' }),
    () => studio.sendNow({ id }),
    () => studio.move({ id, dueAt: noon, revision }),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await studioCaller('owner').followUps.contacts({ search: 'Zubeida' })).toMatchObject([{ id: contactId }]);
});

test('rules and hours are kept as they are saved, within their bounds', async () => {
  const { settings, defaults } = await studio.settings();
  const { followUps: owner } = studioCaller('owner');
  expect(settings).toEqual(defaults);
  await owner.saveSettings({ ...settings, remindsAfterSilence: false });
  expect((await studio.settings()).settings).toEqual({ ...settings, remindsAfterSilence: false });
  await expect(owner.saveSettings({ ...settings, interest: { isOn: true, mostPercent: 31 } })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  const holidays = [{ date: '2027-01-26', name: 'Republic Day' }];
  await owner.saveOutreach({ ...defaultOutreachSettings, holidays });
  expect(await studio.outreach()).toEqual({
    settings: { ...defaultOutreachSettings, holidays },
    defaults: defaultOutreachSettings,
  });
});

/** Resolves when the jobs were told of it, which nobody waits for. */
async function untilTold(followUpId: string, dueAt: string): Promise<void> {
  for (;;) {
    const { rowCount } = await db.query(`SELECT 1 FROM job_events WHERE name = 'follow-up/planned' AND data = $1`, [
      { followUpId, dueAt },
    ]);
    if (rowCount) return;
  }
}

async function shown(id: string) {
  return (await studio.list(everything)).find((row) => row.id === id);
}

function nextWednesday(fromMs: number): string {
  const day = new Date(fromMs);
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}
