import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CampaignRows, campaignRows, campaignTemplate, openEveryDay } from '@/server/testing/campaign-rows';
import { changeIdentity } from '@/server/testing/contact-rows';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';

let database: TestDatabase;
let db: pg.Pool;
let rows: CampaignRows;
let advanceCampaign: typeof import('./advance-campaign')['advanceCampaign'];
let life: typeof import('../life/stop-and-go');
let retryCampaign: typeof import('../life/retry-campaign')['retryCampaign'];
let changeLimits: typeof import('../life/change-limits')['changeLimits'];

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  process.env.LOG_LEVEL = 'silent';
  ({ advanceCampaign } = await import('./advance-campaign'));
  life = await import('../life/stop-and-go');
  ({ retryCampaign } = await import('../life/retry-campaign'));
  ({ changeLimits } = await import('../life/change-limits'));
  db = new pg.Pool({ connectionString: database.url, max: 4 });
  rows = campaignRows(db);
});
afterAll(async () => {
  const { closeDatabase } = await import('../../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});
beforeEach(async () => {
  await db.query('TRUNCATE contacts, campaigns, templates, settings, contact_imports CASCADE');
  await openEveryDay(db);
  await rows.template(campaignTemplate);
});

test('the audience is frozen: who may not be written to is left out and listed, and later edits change nothing', async () => {
  const [asha = '', optedOut = '', stopped = ''] = await rows.people(3);
  const [unasked = ''] = await rows.people(1, { hasConsent: false });
  const named = await db.query<{ name: string }>('SELECT name FROM contacts WHERE id = $1', [asha]);
  const name = named.rows[0]?.name;
  await db.query('UPDATE contacts SET opted_out_at = now() WHERE id = $1', [optedOut]);
  await db.query('UPDATE contacts SET marketing_stopped_at = now() WHERE id = $1', [stopped]);
  const id = await rows.launched([asha, optedOut, stopped, unasked]);
  await advanceCampaign(id, Date.now());
  expect(await people(id)).toMatchObject([
    { contact_id: asha, status: 'pending', variables: [name] },
    { status: 'excluded', problem_code: 'contact.optedOut' },
    { status: 'excluded', problem_code: 'contact.marketingStopped' },
    { status: 'excluded', problem_code: 'consent.missing' },
  ]);
  await changeIdentity(db, { id: asha, name: 'Somebody else' });
  await db.query(`UPDATE contacts SET language = 'kn' WHERE id = $1`, [asha]);
  await db.query('UPDATE contact_import_rows SET contact_id = NULL');
  await advanceCampaign(id, Date.now());
  expect(await messages()).toMatchObject([{ contact_id: asha, text: name, language: 'en', leaves: true }]);
});

test('who is in the middle of a conversation is left out, waits, or is written to, as the campaign says', async () => {
  for (const live of ['skip', 'wait', 'join'] as const) {
    const [asha = ''] = await rows.people(1);
    await inConversation(asha);
    const id = await rows.launched([asha], { plan: { live } });
    await drive(id);
    const [recipient] = await people(id);
    if (live === 'skip') expect(recipient).toMatchObject({ status: 'excluded', problem_code: 'session.live' });
    if (live === 'join') expect(recipient).toMatchObject({ status: 'queued' });
    if (live !== 'wait') continue;
    expect(recipient).toMatchObject({ status: 'pending', waits: 'session.live' });
    await db.query(`UPDATE flow_sessions SET status = 'ended' WHERE contact_id = $1`, [asha]);
    await drive(id, Date.now() + 31 * minute);
    expect(await people(id)).toMatchObject([{ status: 'queued' }]);
  }
});

test('an answer enters where the campaign says', async () => {
  const [asha = ''] = await rows.people(1);
  const id = await rows.launched([asha], { plan: { entry: { flowId: 'loan', stateId: 'introduction' } } });
  await drive(id);
  const { rows: found } = await db.query('SELECT entry, reached_at FROM contacts');
  const [message] = await messages();
  expect(found).toMatchObject([
    { entry: { campaignId: id, outboxId: message?.id, flowId: 'loan', stateId: 'introduction', live: 'skip' } },
  ]);
  expect(found[0]?.reached_at).toBeInstanceOf(Date);
});

test('a pause takes back at once what waits; going on sends it as another attempt, and a cancel ends it', async () => {
  const id = await rows.launched(await rows.people(3));
  await drive(id);
  const [first, second, third] = await messages();
  await settle(first?.id, 'accepted');
  await settle(second?.id, 'dispatching');
  expect(await life.pauseCampaign(id)).toEqual({ takenBack: 1 });
  expect(await messages()).toMatchObject([
    { status: 'accepted' },
    { status: 'dispatching' },
    { status: 'cancelled', problem_code: 'campaign.paused' },
  ]);
  await drive(id);
  expect(await messages()).toHaveLength(3);
  await life.resumeCampaign(id, Date.now());
  await drive(id);
  const again = (await messages()).at(-1);
  expect(again).toMatchObject({ status: 'queued', contact_id: third?.contact_id });
  expect(again?.id).not.toBe(third?.id);
  await settle(second?.id, 'accepted');
  expect(await life.cancelCampaign(id)).toEqual({ cancelled: 1 });
  await drive(id);
  expect((await messages()).map(({ status }) => status)).toEqual(['accepted', 'accepted', 'cancelled', 'cancelled']);
  expect((await people(id)).map(({ status }) => status).sort()).toEqual(['cancelled', 'queued', 'queued']);
  await expect(life.resumeCampaign(id, Date.now())).rejects.toMatchObject({ code: 'record.conflict' });
});

test('what may have been sent is waited for a minute, since it may turn out unsent, and never sent again', async () => {
  const id = await rows.launched(await rows.people(1));
  await drive(id);
  const [message] = await messages();
  await settle(message?.id, 'unknown');
  await drive(id);
  expect(await campaign(id)).toMatchObject({ status: 'running' });
  await settle(message?.id, 'queued'); // its dead worker had never sent it
  expect(await life.pauseCampaign(id)).toEqual({ takenBack: 1 });
  await life.resumeCampaign(id, Date.now());
  await drive(id);
  await db.query(`UPDATE outbox_entries SET status = 'unknown', settled_at = now() - interval '2 minutes'
    WHERE status = 'queued'`);
  await drive(id);
  expect(await campaign(id)).toMatchObject({ status: 'done' });
  expect((await messages()).map(({ status }) => status)).toEqual(['cancelled', 'unknown']);
});

test('whose hours ended before the message left gets it in the next ones, by a clock that goes on or back', async () => {
  const id = await rows.launched(await rows.people(2));
  await drive(id);
  await db.query(`UPDATE outbox_entries SET status = 'cancelled', problem_code = 'hours.closed', settled_at = now()`);
  const evening = Date.now() + 9.5 * hour; // by then it is half past nine or later there
  await drive(id, evening);
  expect(await people(id)).toMatchObject([
    { status: 'pending', attempts: 1 },
    { status: 'pending', attempts: 1 },
  ]);
  await drive(id, evening - hour);
  await drive(id, evening + 2 * hour);
  expect(await messages()).toHaveLength(2);
  await drive(id, evening + 16 * hour);
  expect((await messages()).map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'queued', 'queued']);
  await drive(id, evening - hour);
  await drive(id, evening + 40 * hour);
  expect(await messages()).toHaveLength(4);
});

test('nobody is written to at night: all wait for the morning, and then leave as fast as the number may', async () => {
  const id = await rows.launched(await rows.people(600));
  const night = Date.now() + 12 * hour;
  await advanceCampaign(id, night);
  await drive(id, night);
  expect(await messages()).toHaveLength(0);
  await drive(id, night + 14 * hour);
  expect(await messages()).toHaveLength(400); // five seconds of 80
});

test('the budget is not passed; once it is raised the campaign goes on', async () => {
  await db.query(`INSERT INTO settings (key, value) VALUES ('costs', $1)`, [
    JSON.stringify({ cards: [{ effectiveFrom: '2020-01-01', perMessage: { marketing: '0.86' } }] }),
  ]);
  const id = await rows.launched(await rows.people(5), { schedule: { budgetInr: 2 } });
  await drive(id);
  expect(await messages()).toHaveLength(2);
  expect(await campaign(id)).toMatchObject({ status: 'paused', status_reason: 'budget.reached' });
  await changeLimits({ id, perSecond: null, perDay: null, budgetInr: 3 });
  await life.resumeCampaign(id, Date.now());
  await drive(id);
  expect(await messages()).toHaveLength(3);
  expect(await campaign(id)).toMatchObject({ status: 'paused', status_reason: 'budget.reached' });
});

test('no more a day than it may, and no more a second', async () => {
  const id = await rows.launched(await rows.people(25), { schedule: { perDay: 10, perSecond: 4 } });
  const now = Date.now();
  await advanceCampaign(id, now);
  expect(await advanceCampaign(id, now)).toMatchObject({ enqueued: 4, againMs: 1_000 });
  expect(await advanceCampaign(id, now + 500)).toMatchObject({ enqueued: 0 });
  expect(await advanceCampaign(id, now + 1_000)).toMatchObject({ enqueued: 4 });
  const { againMs } = await advanceCampaign(id, now + 2_000);
  expect(await messages()).toHaveLength(10);
  expect(againMs).toBeGreaterThan(0);
  await drive(id, now + 10_000);
  expect(await messages()).toHaveLength(10);
  await drive(id, now + 24 * hour);
  expect((await messages()).length).toBeGreaterThan(10);
});

test('a template that WhatsApp stops pauses the campaign and loses nobody', async () => {
  const id = await rows.launched(await rows.people(3));
  await drive(id);
  const [first] = await messages();
  await settle(first?.id, 'rejected', 'template.paused');
  await drive(id);
  expect(await campaign(id)).toMatchObject({ status: 'paused', status_reason: 'template.paused' });
  expect((await people(id)).map(({ status }) => status)).toEqual(['pending', 'pending', 'pending']);
  await rows.template(campaignTemplate, { status: 'PAUSED' });
  await life.resumeCampaign(id, Date.now());
  await drive(id);
  expect(await campaign(id)).toMatchObject({ status: 'paused', status_reason: 'template.paused' });
  expect((await messages()).filter(({ status }) => status === 'queued')).toEqual([]);
});

test('when fifty in a row fail the campaign stops and asks; what passes can be tried again, once', async () => {
  const id = await rows.launched(await rows.people(80));
  await drive(id);
  await db.query(
    `UPDATE outbox_entries SET status = 'rejected', problem_code = 'payment.failed', settled_at = now()
     WHERE id IN (SELECT id FROM outbox_entries ORDER BY position LIMIT 60)`,
  );
  await drive(id);
  expect(await campaign(id)).toMatchObject({ status: 'paused', status_reason: 'failures.tooMany' });
  expect(await retryCampaign(id, Date.now())).toEqual({ retried: 60 });
  await expect(retryCampaign(id, Date.now())).rejects.toMatchObject({ code: 'request.invalid' });
  await life.resumeCampaign(id, Date.now());
  await drive(id);
  await db.query(`UPDATE outbox_entries SET status = 'accepted', settled_at = now() WHERE status = 'queued'`);
  await drive(id);
  expect(await campaign(id)).toMatchObject({ status: 'done' });
  const { rows: perContact } = await db.query(
    `SELECT count(*) FROM outbox_entries WHERE status = 'accepted' GROUP BY contact_id HAVING count(*) > 1`,
  );
  expect(perContact).toEqual([]);
});

test('what WhatsApp accepted is not tried again, whatever became of it; a marketing cap not before a day has passed', async () => {
  const id = await rows.launched(await rows.people(3));
  await drive(id);
  const [accepted, capped, unreachable] = await messages();
  await settle(accepted?.id, 'accepted');
  await db.query(`UPDATE outbox_entries SET delivery = 'failed', problem_code = 'service.failed' WHERE id = $1`, [
    accepted?.id,
  ]);
  await settle(capped?.id, 'rejected', 'contact.marketingCapReached');
  await settle(unreachable?.id, 'rejected', 'contact.unreachable');
  await drive(id);
  expect(await retryCampaign(id, Date.now())).toEqual({ retried: 1 });
  await drive(id);
  expect(await messages()).toHaveLength(3);
  await drive(id, Date.now() + 24.1 * hour);
  expect((await messages()).at(-1)).toMatchObject({ contact_id: capped?.contact_id, status: 'queued' });
});

test('simulated contacts can be tried on at any hour, without consent and without an approved template', async () => {
  await rows.template(campaignTemplate, { status: 'DRAFT' });
  const id = await rows.launched(await rows.people(2, { channel: 'simulator', hasConsent: false }), {
    channel: 'simulator',
  });
  await drive(id, Date.now() + 12 * hour);
  expect(await messages()).toMatchObject([
    { channel: 'simulator', leaves: false },
    { channel: 'simulator', leaves: false },
  ]);
});

test('a campaign for later waits for its time, and a sweep finds what nobody works on', async () => {
  const { findWaiting } = await import('./store');
  const startsAt = new Date(Date.now() + hour).toISOString();
  const later = await rows.launched(await rows.people(1), { startsAt });
  const sweep = (at = Date.now()) => findWaiting(new Date(at).toISOString());
  expect(await sweep()).toEqual([later]);
  await advanceCampaign(later, Date.now());
  expect(await campaign(later)).toMatchObject({ status: 'scheduled' });
  expect(await sweep()).toEqual([]);
  expect(await sweep(Date.now() + 2 * hour)).toEqual([later]);
  expect((await advanceCampaign(later, Date.now())).againMs).toBeGreaterThan(hour - minute);
  await drive(later, Date.now() + 2 * hour);
  expect(await messages()).toHaveLength(1);
  expect(await sweep(Date.now() + 2 * hour)).toEqual([]); // somebody has just worked on it
  await db.query('UPDATE campaigns SET lease_until = NULL');
  expect(await sweep()).toEqual([later]);
});

const minute = 60_000;
const hour = 60 * minute;

/** Runs a campaign as far as it goes at this moment. */
async function drive(id: string, nowMs = Date.now()): Promise<void> {
  for (let step = 0; step < 50; step += 1) {
    const { againMs } = await advanceCampaign(id, nowMs);
    if (againMs === null || againMs > 0) return;
  }
}

async function people(id: string) {
  const { rows: found } = await db.query(
    `SELECT contact_id, status, problem_code, attempts, content->'variables' AS variables, history->-1->>'code' AS waits
     FROM campaign_recipients WHERE campaign_id = $1 ORDER BY position`,
    [id],
  );
  return found;
}

async function messages() {
  const { rows: found } = await db.query(
    `SELECT o.id, o.contact_id, o.channel, o.status, o.problem_code, o.leave_before > now() IS TRUE AS leaves, m.language,
       o.payload #> '{template,components}' AS components
     FROM outbox_entries o JOIN messages m ON m.id = o.message_id ORDER BY o.position`,
  );
  return found.map(({ components, ...row }) => ({ ...row, text: components?.[0].parameters[0].text }));
}

async function campaign(id: string) {
  const { rows: found } = await db.query('SELECT status, status_reason FROM campaigns WHERE id = $1', [id]);
  return found[0];
}

async function settle(outboxId: string, status: string, problem: string | null = null): Promise<void> {
  await db.query(
    `UPDATE outbox_entries SET status = $2::outbox_status, problem_code = $3, settled_at = now() WHERE id = $1`,
    [outboxId, status, problem],
  );
}

async function inConversation(contactId: string): Promise<void> {
  await db.query(`UPDATE contacts SET last_inbound_at = now() - interval '1 hour' WHERE id = $1`, [contactId]);
  await db.query(
    `INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, state, version, started_at, updated_at)
     VALUES (gen_random_uuid(), $1, 'loan', 1, 'active', 'qualifying', '{}', 1, now(), now())`,
    [contactId],
  );
}
