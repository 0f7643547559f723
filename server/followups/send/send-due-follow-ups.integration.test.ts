import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '../../db/client';
import { inTransaction } from '../../db/transaction';
import { nextAllowed } from '../../outreach/allowed-hours';
import { defaultOutreachSettings, type OutreachSettings } from '../../outreach/outreach-settings';
import { writeOutreachSettings } from '../../outreach/store';
import { insertDrafts } from '../../templates/store';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { type FollowUpRows, followUpRows } from '../../testing/follow-up-rows';
import { pauseFollowUps, resumeFollowUps } from '../officer/pause/store';
import { setFollowUpText } from '../officer/store';
import { settleFollowUps } from '../settle/settle-follow-ups';
import { sendDueFollowUps, sendFollowUp } from './send-due-follow-ups';
import { claimDue, holdFollowUp } from './store';

const india = 'Asia/Kolkata';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Noon in India on an allowed day that lies before us. */
const noon = openingOf(nextAllowed(defaultOutreachSettings, Date.now() + DAY_MS, india) ?? 0) + 2 * HOUR_MS;

let database: TestDatabase;
let db: pg.Pool;
let rows: FollowUpRows;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 4 });
  rows = followUpRows(db);
  const components = [{ type: 'BODY', text: 'Hello {{1}}, about your {{2}}?', variableNames: ['name', 'property'] }];
  await insertDrafts([{ name: 'loan_follow_up', language: 'en', category: 'UTILITY', components }]);
});
beforeEach(async () => {
  await db.query('TRUNCATE contacts CASCADE');
  await db.query(`DELETE FROM settings`);
  await db.query(`UPDATE templates SET status = 'APPROVED'`);
});
afterAll(async () => {
  await closeDatabase();
  await db.end();
  await database.drop();
});

describe('a follow-up that is due', () => {
  test('is put into the outbox as the template outside the window, before the end of the day', async () => {
    const id = await planned();
    expect(await sendDueFollowUps(noon)).toEqual({ queued: 1, putOff: 0, ended: 0 });
    expect(await followUp(id)).toMatchObject({ status: 'queued', attempts: 1 });
    const [sent, ...others] = await outbox();
    expect(others).toEqual([]);
    expect(sent).toMatchObject({
      status: 'queued',
      priority: 1,
      payload: {
        type: 'template',
        template: { name: 'loan_follow_up', components: [{ parameters: [{ text: 'Asha' }, { text: 'property' }] }] },
      },
    });
    expect(sent?.leaveBefore).toBeGreaterThan(noon);
    expect(hourIn(india, sent?.leaveBefore ?? 0)).toBe('18:00');
  });

  test('says words of its own within the window: an officer’s, or those for its reason', async () => {
    const lastInboundMs = noon - 20 * HOUR_MS;
    await rows.plan(await rows.contact({ lastInboundMs, language: 'kn' }), noon, { reason: 'silence' });
    await rows.plan(await rows.contact({ lastInboundMs }), noon + 1, { text: 'Hello Asha, Ravi here.' });
    await sendDueFollowUps(noon + 1);
    const texts = (await outbox()).map(({ payload }) => payload.text?.body).sort();
    expect(texts).toEqual(['Hello Asha, Ravi here.', expect.stringMatching(/^ನಮಸ್ಕಾರ Asha ಅವರೇ! .*ಮುಂದುವರಿಸೋಣವೇ\?$/)]);
  });

  test('of an officer who is no longer here is sent in the words of the house, until a colleague makes it theirs', async () => {
    await db.query(
      `INSERT INTO users (id, name, email, role, disabled_at) VALUES ('left', 'Ravi', 'ravi@lender.test', 'officer', now()),
         ('here', 'Asha', 'asha@lender.test', 'officer', NULL)`,
    );
    const lastInboundMs = noon - 20 * HOUR_MS;
    const text = 'Hello Meera, Ravi here.';
    const ids = [
      await rows.plan(await rows.contact({ lastInboundMs }), noon, { text }),
      await rows.plan(await rows.contact({ lastInboundMs }), noon + 1, { text }),
    ];
    await db.query(`UPDATE follow_ups SET author = 'Ravi', author_id = 'left'`);
    await setFollowUpText(ids[1] ?? '', 'Hello Meera, Asha here.', { id: 'here', name: 'Asha' });
    await sendDueFollowUps(noon + 1);
    const texts = (await outbox()).map(({ payload }) => payload.text?.body).sort();
    expect(texts).toEqual([expect.stringMatching(/^Hello Asha! /), 'Hello Meera, Asha here.']);
  });

  test('reaches a simulated contact by night too, without any template', async () => {
    await db.query(`UPDATE templates SET status = 'PAUSED'`);
    await rows.plan(await rows.contact({ channel: 'simulator' }), noon);
    expect(await sendDueFollowUps(noon + 11 * HOUR_MS)).toMatchObject({ queued: 1 });
    expect(await outbox()).toMatchObject([{ payload: { type: 'text' }, leaveBefore: null }]);
  });

  test('is not sent before', async () => {
    const id = await planned(noon + 1);
    expect(await sendDueFollowUps(noon)).toMatchObject({ queued: 0 });
    expect(await sendFollowUp(id, noon)).toBeUndefined();
    expect(await sendFollowUp(id, noon + 1)).toBe('send');
  });
});

describe('what is decided again when it is sent', () => {
  test('somebody who opted out meanwhile is not written to', async () => {
    const contactId = await rows.contact();
    const id = await rows.plan(contactId, noon);
    await db.query('UPDATE contacts SET opted_out_at = now() WHERE id = $1', [contactId]);
    await sendDueFollowUps(noon);
    expect(await followUp(id)).toMatchObject({ status: 'cancelled', statusReason: 'contact.optedOut' });
    expect(await outbox()).toEqual([]);
  });

  test('nor is somebody whom an officer has', async () => {
    const contactId = await rows.contact();
    const id = await rows.plan(contactId, noon);
    await db.query(
      `WITH session AS (INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, state, version,
         started_at, updated_at) VALUES ($1, $2, 'f', 1, 'active', 's', '{}', 1, now(), now()))
       INSERT INTO handovers (id, contact_id, session_id, turn_id, reason, summary, state_id)
       VALUES ($3, $2, $1, $3, 'human', '', 's')`,
      [randomUUID(), contactId, randomUUID()],
    );
    await sendDueFollowUps(noon);
    expect(await followUp(id)).toMatchObject({ status: 'cancelled', statusReason: 'handover.open' });
  });

  test('while an officer talks to them it waits, and goes on when it may', async () => {
    const contactId = await rows.contact();
    const id = await rows.plan(contactId, noon);
    await pauseFollowUps(contactId);
    expect(await sendDueFollowUps(noon)).toMatchObject({ queued: 0 });
    expect(await sendFollowUp(id, noon, 'now')).toBeUndefined();
    await resumeFollowUps(contactId);
    expect(await sendDueFollowUps(noon)).toMatchObject({ queued: 1 });
  });

  test('a message that waits for its turn is heard first', async () => {
    const contactId = await rows.contact();
    const id = await rows.plan(contactId, noon);
    await db.query(
      `INSERT INTO inbox_entries (channel, external_id, kind, contact_id, payload, occurred_at)
       VALUES ('whatsapp', $1, 'message', $2, '{}', now())`,
      [randomUUID(), contactId],
    );
    expect(await sendDueFollowUps(noon)).toMatchObject({ queued: 0, putOff: 1 });
    expect(await followUp(id)).toMatchObject({ status: 'planned', dueMs: noon + 60_000, steps: [] });
  });

  test('without an approved template it fails where an officer sees it, and a reminder that is late is let go', async () => {
    await db.query(`UPDATE templates SET status = 'PAUSED'`);
    const id = await planned();
    const late = await rows.plan(await rows.contact(), noon, { reason: 'silence' });
    await sendDueFollowUps(noon);
    expect(await followUp(id)).toMatchObject({ status: 'failed', statusReason: 'template.missing' });
    expect(await followUp(late)).toMatchObject({ status: 'cancelled', statusReason: 'window.closed' });
  });

  test('who was written to first today waits until tomorrow', async () => {
    const contactId = await rows.contact();
    await sendFollowUp(await rows.plan(contactId, noon), noon);
    await db.query(`UPDATE outbox_entries SET created_at = to_timestamp($1::float8)`, [(noon - 5 * HOUR_MS) / 1000]);
    const id = await rows.plan(contactId, noon);
    expect(await sendDueFollowUps(noon)).toMatchObject({ queued: 0, putOff: 1 });
    const put = await followUp(id);
    expect(put?.dueMs).toBe(nextAllowed(defaultOutreachSettings, noon + 15 * HOUR_MS, india));
    expect(put?.steps).toMatchObject([{ code: 'sending.putOff', reason: 'reach.tooOften' }]);
  });

  test('in the night and on a holiday it is put off to the next allowed moment, and says why', async () => {
    const night = noon + 11 * HOUR_MS;
    const id = await planned(night);
    await settings({ holidays: [{ date: dayIn(india, night + DAY_MS), name: 'Founders’ Day' }] });
    expect(await sendDueFollowUps(night)).toMatchObject({ queued: 0, putOff: 1 });
    const put = await followUp(id);
    expect(put?.steps).toMatchObject([{ code: 'sending.putOff', reason: 'hours.closed' }]);
    expect(hourIn(india, put?.dueMs ?? 0)).toBe('10:00');
    expect(put?.dueMs).toBeGreaterThan(night + DAY_MS);
    expect(await sendDueFollowUps(put?.dueMs ?? 0)).toMatchObject({ queued: 1 });
  });
});

describe('however many senders there are, and wherever they end', () => {
  test('each is sent once', async () => {
    for (let index = 0; index < 20; index += 1) await planned(noon - index);
    const counts = await Promise.all([sendDueFollowUps(noon), sendDueFollowUps(noon), sendDueFollowUps(noon)]);
    expect(counts.reduce((sum, { queued }) => sum + queued, 0)).toBe(20);
    const sent = await outbox();
    expect(sent).toHaveLength(20);
    expect(new Set(sent.map(({ contactId }) => contactId)).size).toBe(20);
  });

  test('one that died over it is missed after its lease, and writes nothing when it comes back', async () => {
    const id = await planned();
    const [claimed] = await claimDue(noon, 1);
    if (!claimed) throw new Error('It was not claimed.');
    expect(await sendDueFollowUps(noon + 59_000)).toMatchObject({ queued: 0 });
    expect(await sendDueFollowUps(noon + 60_000)).toMatchObject({ queued: 1 });
    expect(await inTransaction((client) => holdFollowUp(client, claimed))).toBeUndefined();
    expect(await followUp(id)).toMatchObject({ status: 'queued', attempts: 1 });
    expect(await outbox()).toHaveLength(1);
  });

  test('one that cannot be sent for a mistake of ours keeps no other from being sent', async () => {
    const { log } = await import('../../log');
    const { level } = log;
    log.level = 'silent';
    const broken = await rows.plan(await rows.contact({ lastInboundMs: noon - HOUR_MS }), noon - 1, {
      reason: 'nonsense',
    });
    await planned();
    expect(await sendDueFollowUps(noon)).toMatchObject({ queued: 1 });
    expect(await followUp(broken)).toMatchObject({ status: 'planned', attempts: 0 });
    log.level = level;
  });

  test('an opt-out that is being committed is waited for', async () => {
    const contactId = await rows.contact();
    const id = await rows.plan(contactId, noon);
    const client = await db.connect();
    await client.query('BEGIN');
    await client.query('UPDATE contacts SET opted_out_at = now() WHERE id = $1', [contactId]);
    const sending = sendDueFollowUps(noon);
    await untilBlocked();
    await client.query('COMMIT');
    client.release();
    expect(await sending).toEqual({ queued: 0, putOff: 0, ended: 1 });
    expect(await followUp(id)).toMatchObject({ status: 'cancelled' });
  });
});

describe('when the clock is moved', () => {
  test('forward into a night nothing leaves; in the morning everything, once', async () => {
    for (let index = 0; index < 10; index += 1) await planned(noon + index * HOUR_MS);
    const night = noon + 11 * HOUR_MS;
    expect(await sendDueFollowUps(night)).toEqual({ queued: 0, putOff: 10, ended: 0 });
    expect(await outbox()).toEqual([]);
    const morning = nextAllowed(defaultOutreachSettings, night, india) ?? 0;
    expect(await sendDueFollowUps(morning)).toMatchObject({ queued: 10 });
    expect(await sendDueFollowUps(morning)).toMatchObject({ queued: 0 });
  });

  test('back an hour nothing is sent twice, and nothing is stuck for the hour', async () => {
    const first = await planned(noon - 2 * HOUR_MS);
    await planned(noon - 2 * HOUR_MS);
    await sendFollowUp(first, noon);
    await claimDue(noon, 1); // by one that dies
    expect(await sendDueFollowUps(noon - HOUR_MS)).toMatchObject({ queued: 1 });
    expect(await sendDueFollowUps(noon)).toMatchObject({ queued: 0 });
    expect(await outbox()).toHaveLength(2);
  });

  test('over the end of a month, and in a zone whose clocks change, it is the calendar there', async () => {
    const newYork = 'America/New_York';
    await settings({ hours: { ...defaultOutreachSettings.hours, days: [1, 2, 3, 4, 5, 6, 7] } });
    const monthEnd = await rows.plan(await rows.contact(), Date.parse('2027-01-31T19:00:00+05:30'));
    await sendDueFollowUps(Date.parse('2027-01-31T19:00:00+05:30'));
    expect(await followUp(monthEnd)).toMatchObject({ dueMs: Date.parse('2027-02-01T10:00:00+05:30') });
    // On 14 March 2027 clocks go from 2 to 3: 09:30 EDT is before ten, 13:30 UTC.
    const early = Date.parse('2027-03-14T09:30:00-04:00');
    const changed = await rows.plan(await rows.contact({ timezone: newYork }), early);
    await sendFollowUp(changed, early);
    expect(await followUp(changed)).toMatchObject({ dueMs: Date.parse('2027-03-14T14:00:00Z') });
    expect(await sendFollowUp(changed, Date.parse('2027-03-14T14:00:00Z'))).toBe('send');
  });
});

describe('what became of its message', () => {
  test('accepted it is sent, refused it failed with WhatsApp’s reason', async () => {
    const [sent, refused] = [await planned(), await planned()];
    await sendDueFollowUps(noon);
    await settleOutbox(sent, 'accepted');
    await settleOutbox(refused, 'rejected', 'contact.unreachable');
    expect(await settleFollowUps(noon)).toEqual({ settled: 2, again: 0 });
    expect(await followUp(sent)).toMatchObject({ status: 'sent', sentAt: expect.any(Date) });
    expect(await followUp(refused)).toMatchObject({ status: 'failed', statusReason: 'contact.unreachable' });
    await db.query(`UPDATE outbox_entries SET delivery = 'failed', problem_code = 'contact.unreachable'`);
    await settleFollowUps(noon);
    expect(await followUp(sent)).toMatchObject({ status: 'failed', statusReason: 'contact.unreachable' });
    expect(await settleFollowUps(noon)).toEqual({ settled: 0, again: 0 });
  });

  test('what did not leave before the night is planned again, with another message', async () => {
    const id = await planned();
    await sendDueFollowUps(noon);
    await settleOutbox(id, 'cancelled', 'hours.closed');
    const night = noon + 11 * HOUR_MS;
    expect(await settleFollowUps(night)).toEqual({ settled: 0, again: 1 });
    const again = await followUp(id);
    expect(again).toMatchObject({ status: 'planned', statusReason: 'hours.closed', outboxId: null });
    await sendDueFollowUps(again?.dueMs ?? 0);
    expect(await followUp(id)).toMatchObject({ status: 'queued', attempts: 2 });
    expect((await outbox()).map(({ status }) => status)).toEqual(['cancelled', 'queued']);
  });

  test('where another one is planned by then, it is not planned beside it', async () => {
    const contactId = await rows.contact();
    const id = await rows.plan(contactId, noon);
    await sendDueFollowUps(noon);
    await settleOutbox(id, 'cancelled', 'hours.closed');
    await rows.plan(contactId, noon + DAY_MS);
    await settleFollowUps(noon);
    expect(await followUp(id)).toMatchObject({ status: 'cancelled', statusReason: 'followUp.replaced' });
  });

  test('one in doubt stays on its way: it is never sent a second time', async () => {
    const id = await planned();
    await sendDueFollowUps(noon);
    await settleOutbox(id, 'unknown');
    await settleFollowUps(noon + DAY_MS);
    expect(await sendDueFollowUps(noon + DAY_MS)).toMatchObject({ queued: 0 });
    expect(await followUp(id)).toMatchObject({ status: 'queued' });
  });

  test('an officer who takes over stops what waits in the outbox', async () => {
    const contactId = await rows.contact();
    const id = await rows.plan(contactId, noon);
    await sendDueFollowUps(noon);
    await pauseFollowUps(contactId);
    await settleFollowUps(noon);
    expect(await followUp(id)).toMatchObject({ status: 'cancelled', statusReason: 'handover.open' });
  });
});

async function planned(dueMs = noon): Promise<string> {
  return rows.plan(await rows.contact(), dueMs);
}

async function settings(changes: Partial<OutreachSettings>): Promise<void> {
  await writeOutreachSettings({ ...defaultOutreachSettings, ...changes });
}

async function followUp(id: string) {
  const { rows: found } = await db.query<{
    status: string;
    statusReason: string | null;
    dueMs: number;
    steps: readonly object[];
    attempts: number;
    outboxId: string | null;
    sentAt: Date | null;
  }>(
    `SELECT status, status_reason AS "statusReason", (extract(epoch FROM due_at) * 1000)::float8 AS "dueMs", steps, attempts,
       outbox_id AS "outboxId", sent_at AS "sentAt" FROM follow_ups WHERE id = $1`,
    [id],
  );
  return found[0];
}

type Sent = {
  readonly contactId: string;
  readonly status: string;
  readonly priority: number;
  readonly leaveBefore: number | null;
  readonly payload: { readonly text?: { readonly body: string } };
};

async function outbox(): Promise<readonly Sent[]> {
  const { rows: found } = await db.query<Sent>(
    `SELECT contact_id AS "contactId", status, priority, payload,
       (extract(epoch FROM leave_before) * 1000)::float8 AS "leaveBefore" FROM outbox_entries ORDER BY position`,
  );
  return found;
}

async function settleOutbox(followUpId: string, status: string, problem: string | null = null): Promise<void> {
  await db.query(
    `UPDATE outbox_entries SET status = $2::outbox_status, problem_code = $3, settled_at = now()
     WHERE id = (SELECT outbox_id FROM follow_ups WHERE id = $1)`,
    [followUpId, status, problem],
  );
}

/** Resolves when another connection waits for a lock. */
async function untilBlocked(): Promise<void> {
  for (;;) {
    const { rowCount } = await db.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rowCount) return;
  }
}

function hourIn(timeZone: string, ms: number): string {
  return new Date(ms).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}

/** The moment of that day in India at which people may first be written to. */
function openingOf(ms: number): number {
  return Date.parse(`${dayIn(india, ms)}T10:00:00+05:30`);
}

function dayIn(timeZone: string, ms: number): string {
  return new Date(ms).toLocaleDateString('en-CA', { timeZone });
}
