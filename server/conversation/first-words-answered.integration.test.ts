import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import type { CampaignEntry } from '../campaigns/plan/campaign-plan';
import { blindIndex } from '../sealing/blind-index';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
  runtime.startWorker();
});
afterAll(() => runtime.close());

test('the answer to a campaign begins where the campaign says, ends the conversation before it, and is counted', async () => {
  const contactId = await customer('919800000001');
  const campaignId = await campaign(contactId, { live: 'skip' });
  await runtime.say('919800000001', 'Yes, tell me more');
  const started = await sessionAt(contactId, campaignId);
  expect(started.states).toEqual(['rang']);
  const { rows } = await runtime.db.query(
    'SELECT status FROM flow_sessions WHERE contact_id = $1 ORDER BY started_at',
    [contactId],
  );
  expect(rows.map(({ status }) => status)).toEqual(['ended', 'active']);
  expect(started.contact).toMatchObject({ entry: null });
  expect(started.contact.reply_hours.reduce((sum: number, count: number) => sum + count, 0)).toBe(2);
  expect(started.recipient.replied_at).toBeInstanceOf(Date);
  expect(started.recipient.history).toMatchObject([{ what: 'replied' }]);
});

test('who is in a conversation and was to be joined stays in it, and has answered all the same', async () => {
  const contactId = await customer('919800000002');
  const campaignId = await campaign(contactId, { live: 'join' });
  await runtime.say('919800000002', 'Two');
  const { contact, recipient, states } = await sessionAt(contactId, campaignId);
  expect(states).toEqual([]);
  expect(contact.entry).toBeNull();
  expect(recipient.replied_at).toBeInstanceOf(Date);
});

test('a message that was never sent is not answered, and brings nobody anywhere', async () => {
  const contactId = await customer('919800000003');
  const campaignId = await campaign(contactId, { live: 'skip', status: 'queued' });
  await runtime.say('919800000003', 'Two');
  const { contact, recipient, states } = await sessionAt(contactId, campaignId);
  expect(states).toEqual([]);
  expect(contact.entry).not.toBeNull();
  expect(recipient.replied_at).toBeNull();
});

test('the answer to a follow-up is counted, and the conversation goes on', async () => {
  const contactId = await customer('919800000004');
  const { id, outboxId } = { id: randomUUID(), outboxId: await sent(contactId, 1, 'accepted') };
  await runtime.db.query(
    `INSERT INTO follow_ups (id, contact_id, reason, summary, due_at, status, outbox_id)
     VALUES ($1, $2, 'later', 'A house', now(), 'sent', $3)`,
    [id, contactId, outboxId],
  );
  await runtime.say('919800000004', 'Two');
  await runtime.until(`SELECT 1 FROM follow_ups WHERE id = $1 AND status = 'answered' AND answered_at IS NOT NULL`, [
    id,
  ]);
  const { rows } = await runtime.db.query('SELECT count(*)::int FROM flow_sessions WHERE contact_id = $1', [contactId]);
  expect(rows[0]?.count).toBe(1);
});

/** Somebody who has written once and was answered. */
async function customer(phone: string): Promise<string> {
  await runtime.say(phone, 'Hello');
  const { id } = await runtime.until<{ id: string }>(
    `SELECT c.id FROM contacts c JOIN turns t ON t.contact_id = c.id WHERE c.phone_hash = $1`,
    [blindIndex('phone', `+${phone}`)],
  );
  return id;
}

/** A message with which we wrote first. */
async function sent(contactId: string, priority: 1 | 2, status: 'accepted' | 'queued'): Promise<string> {
  const id = randomUUID();
  await runtime.db.query(
    `WITH reached AS (UPDATE contacts SET reached_at = now() WHERE id = $2), message AS (
       INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at)
       VALUES ($1, $2, 'out', 'whatsapp', '{"type": "text", "text": "Hello again"}', '{}', 'en', now()))
     INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, priority, status, settled_at, not_before)
     VALUES ($1, $1, $2, $1, 0, 'whatsapp', '{}', $3, $4, now(), CASE WHEN $4 = 'queued'::outbox_status THEN now() + interval '1 hour' END)`,
    [id, contactId, priority, status],
  );
  return id;
}

async function campaign(
  contactId: string,
  { live, status = 'accepted' }: { readonly live: CampaignEntry['live']; readonly status?: 'accepted' | 'queued' },
): Promise<string> {
  const campaignId = randomUUID();
  const outboxId = await sent(contactId, 2, status);
  const entry: CampaignEntry = { campaignId, outboxId, flowId: 'echo', stateId: 'rang', live };
  await runtime.db.query(`INSERT INTO campaigns (id, name, plan) VALUES ($1, 'Test', '{}')`, [campaignId]);
  await runtime.db.query(
    `INSERT INTO campaign_recipients (campaign_id, contact_id, position, variant, language, status, due_at, outbox_id)
     VALUES ($1, $2, 1, 'A', 'en', 'queued', now(), $3)`,
    [campaignId, contactId, outboxId],
  );
  await runtime.db.query('UPDATE contacts SET entry = $2 WHERE id = $1', [contactId, entry]);
  return campaignId;
}

/** What became of a contact, once their second message was handled; `states`: where sessions began by the campaign. */
async function sessionAt(contactId: string, campaignId: string) {
  await runtime.until(`SELECT 1 FROM inbox_entries WHERE contact_id = $1 AND status = 'handled' HAVING count(*) = 2`, [
    contactId,
  ]);
  const [contact, recipient, turns] = await Promise.all([
    runtime.db.query('SELECT entry, reply_hours FROM contacts WHERE id = $1', [contactId]),
    runtime.db.query('SELECT replied_at, history FROM campaign_recipients WHERE campaign_id = $1', [campaignId]),
    runtime.db.query(
      `SELECT jsonb_path_query(events, '$[*] ? (@.type == "state.entered").state') #>> '{}' AS state FROM turns
       WHERE contact_id = $1 AND state_before IS NULL ORDER BY at OFFSET 1`,
      [contactId],
    ),
  ]);
  const states: unknown[] = turns.rows.map(({ state }) => state).slice(0, 1);
  return { contact: contact.rows[0], recipient: recipient.rows[0], states };
}
