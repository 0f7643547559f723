import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { storedText } from '@/server/testing/stored-text';
import { blindIndex } from '../sealing/blind-index';
import { messageIdsOf } from '../sealing/message-id';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
  runtime.startWorker({ sendDeadlineMs: 400, holdUnknownMs: 300, raiseUnknownMs: 1_000 });
});
beforeEach(() => {
  runtime.whatsapp.faults.clear();
  runtime.whatsapp.setWeather({ statuses: ['sent', 'delivered', 'read'], delayMs: [0, 0], reorders: 0, duplicates: 0 });
});
afterAll(() => runtime.close());

test('a message that was taken but not confirmed is unknown until its status comes, and is never sent twice', async () => {
  runtime.whatsapp.setWeather({ delayMs: [700, 700] });
  runtime.whatsapp.faults.add({ kind: 'acceptThenTimeout', times: 1 });
  await runtime.say('+919800002001', 'Hello');
  const { id } = await outboxOf('+919800002001', `status = 'unknown'`);
  const settled = await outboxOf('+919800002001', `status = 'accepted' AND delivery = 'read'`);
  expect(settled.id).toBe(id);
  expect(sendsTo('+919800002001')).toHaveLength(1);
});

test('an unknown message without any status is raised for a person, and those behind it go on', async () => {
  runtime.whatsapp.setWeather({ statuses: [] });
  runtime.whatsapp.faults.add({ kind: 'acceptThenReset', times: 1 });
  await runtime.say('+919800002002', 'Hello');
  await outboxOf('+919800002002', `status = 'unknown'`);
  await runtime.say('+919800002002', 'Still there?');
  await outboxOf('+919800002002', `status = 'accepted'`);
  await outboxOf('+919800002002', `status = 'unknown' AND raised_at IS NOT NULL`);
  expect(runtime.whatsapp.ledger.doubled()).toEqual([]);
});

test('a message whose sender died in the middle becomes unknown and is not sent again', async () => {
  const { outboxId, contactId } = await queuedMessage('+919800002003', 'dispatching');
  await runtime.until(`SELECT 1 FROM outbox_entries WHERE id = $1 AND status = 'unknown'`, [outboxId]);
  await runtime.say('+919800002003', 'Go on');
  await runtime.until(
    `SELECT 1 FROM outbox_entries WHERE contact_id = $1 AND status = 'accepted' HAVING count(*) = 2`,
    [contactId],
  );
  expect(runtime.whatsapp.accepted.filter((send) => send.outboxId === outboxId)).toEqual([]);
});

test('a status that comes before the answer to our own request is not lost and not undone', async () => {
  runtime.whatsapp.faults.add({ kind: 'delay', ms: 300, times: 1 });
  await runtime.say('+919800002004', 'Hello');
  const early = await outboxOf('+919800002004', `status = 'accepted' AND delivery = 'read'`);
  await runtime.whatsapp.settled();
  const { rows } = await runtime.db.query('SELECT status, delivery, attempts FROM outbox_entries WHERE id = $1', [
    early.id,
  ]);
  expect(rows).toEqual([{ status: 'accepted', delivery: 'read', attempts: 1 }]);
});

test('statuses never go backwards, in whatever order and how often they come', async () => {
  runtime.whatsapp.setWeather({ statuses: [] });
  await runtime.say('+919800002005', 'Hello');
  const { id } = await outboxOf('+919800002005', `status = 'accepted'`);
  for (const status of ['read', 'delivered', 'sent', 'read', 'failed'] as const) await tell(id, status);
  await runtime.until(
    `SELECT 1 FROM inbox_entries WHERE kind = 'status' AND payload->>'outboxId' = $1
    HAVING count(*) FILTER (WHERE status = 'handled') = 4`,
    [id],
  );
  const { rows } = await runtime.db.query('SELECT delivery, problem_code FROM outbox_entries WHERE id = $1', [id]);
  expect(rows).toEqual([{ delivery: 'read', problem_code: null }]);
});

test('a failure after sending stays a failure, and says why', async () => {
  runtime.whatsapp.faults.add({ kind: 'failLater', code: 131026, times: 1 });
  await runtime.say('+919800002006', 'Hello');
  const { id } = await outboxOf('+919800002006', `delivery = 'failed'`);
  await tell(id, 'delivered');
  const { hide } = await messageIdsOf('whatsapp');
  await runtime.until(`SELECT 1 FROM inbox_entries WHERE external_id = $1 AND status = 'handled'`, [
    hide(`told.${id}.delivered`),
  ]);
  const { rows } = await runtime.db.query('SELECT delivery, problem_code FROM outbox_entries WHERE id = $1', [id]);
  expect(rows).toEqual([{ delivery: 'failed', problem_code: 'contact.unreachable' }]);
});

test('a status of a message that nobody knows yet waits, and is folded in when the message is known', async () => {
  runtime.whatsapp.setWeather({ statuses: [] });
  await runtime.say('+919800002007', 'Hello');
  const { id } = await outboxOf('+919800002007', `status = 'accepted'`);
  const { rows } = await runtime.db.query<{ external_id: string }>(
    'UPDATE outbox_entries o SET external_id = NULL FROM outbox_entries old WHERE o.id = $1 AND old.id = o.id RETURNING old.external_id',
    [id],
  );
  const { hide, show } = await messageIdsOf('whatsapp');
  const own = rows[0]?.external_id ?? '';
  const { acceptEvents } = await import('../inbox/accept');
  const event = { type: 'status', externalId: show(own), status: 'delivered', at: new Date().toISOString() } as const;
  await acceptEvents('whatsapp', [{ ...event, dedupeKey: 'early' }]);
  await runtime.until(`SELECT 1 FROM inbox_entries WHERE external_id = $1 AND status = 'parked'`, [hide('early')]);
  await runtime.db.query('UPDATE outbox_entries SET external_id = $2 WHERE id = $1', [id, own]);
  await runtime.until(`SELECT 1 FROM outbox_entries WHERE id = $1 AND delivery = 'delivered'`, [id]);
});

test('ids of WhatsApp, which hold the number, are kept nowhere; what quotes or reacts still names them', async () => {
  const phone = '+919800002012';
  const id = `wamid.${Buffer.from(`\u0010\u0018${phone}\u0015`).toString('base64')}`;
  await runtime.say(phone, 'Hello', id);
  await outboxOf(phone, `status = 'accepted' AND delivery = 'read'`);
  const { enqueueMessage } = await import('./enqueue/store');
  const { ring } = await import('../inbox/bells');
  const { hide } = await messageIdsOf('whatsapp');
  const { rows } = await runtime.db.query('SELECT id FROM contacts WHERE phone_hash = $1', [hashOf(phone)]);
  const reaction = { message_id: hide(id), emoji: '👍' };
  await enqueueMessage({
    contactId: rows[0]?.id,
    channel: 'whatsapp',
    content: { type: 'reaction', to: hide(id), emoji: '👍' },
    payload: { messaging_product: 'whatsapp', recipient_type: 'individual', type: 'reaction', reaction },
    language: 'en',
  });
  ring('outbox');
  await runtime.whatsapp.ledger.waitFor(() => sendsTo(phone).length === 2, 5_000);
  expect(sendsTo(phone)[1]?.body).toMatchObject({ type: 'reaction', reaction: { message_id: id } });
  await runtime.whatsapp.settled();
  const stored = await storedText(
    runtime.databaseUrl,
    `SELECT (SELECT string_agg(i::text, '') FROM inbox_entries i) AS entries, (SELECT string_agg(t::text, '') FROM turns t) AS turns,
       (SELECT string_agg(m::text, '') FROM messages m) AS messages, (SELECT string_agg(o::text, '') FROM outbox_entries o) AS sends`,
  );
  expect(JSON.stringify(stored)).toContain(hide(id));
  expect(JSON.stringify(stored)).not.toContain('wamid.');
});

test('a message that WhatsApp asks to send later keeps its place before the ones behind it', async () => {
  runtime.whatsapp.faults.add({ kind: 'error', code: 131056, retryAfterSeconds: 1, times: 1 });
  await runtime.say('+919800002008', 'Hello');
  await outboxOf('+919800002008', `status = 'queued' AND attempts = 1`);
  await runtime.say('+919800002008', 'Hello again');
  await runtime.until(
    `SELECT 1 FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id WHERE c.phone_hash = $1 AND o.status = 'accepted'
     HAVING count(*) = 2`,
    [hashOf('+919800002008')],
  );
  const { rows } = await runtime.db.query<{ id: string }>(
    `SELECT o.id FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id WHERE c.phone_hash = $1 ORDER BY position`,
    [hashOf('+919800002008')],
  );
  expect(sendsTo('+919800002008').map((send) => send.outboxId)).toEqual(rows.map((row) => row.id));
});

test('nothing free-form leaves when the customer last wrote more than 24 hours ago', async () => {
  const { outboxId } = await queuedMessage('+919800002009', 'queued', `now() - interval '24 hours'`);
  const { rows } = await untilSettled(outboxId);
  expect(rows).toEqual([{ status: 'rejected', problem_code: 'window.closed' }]);
  expect(runtime.whatsapp.accepted.some((send) => send.outboxId === outboxId)).toBe(false);
});

test('after an opt-out nothing leaves but its confirmation, until the customer asks for something again', async () => {
  const phone = '+919800002010';
  await runtime.say(phone, 'Hello');
  await outboxOf(phone, `delivery = 'read'`);
  runtime.whatsapp.faults.add({ kind: 'error', code: 131056, retryAfterSeconds: 3, times: 1 });
  await runtime.say(phone, 'Two');
  await outboxOf(phone, `status = 'queued' AND attempts = 1`);
  await runtime.say(phone, 'STOP');
  await outboxOf(phone, `status = 'cancelled' AND problem_code = 'contact.optedOut'`);
  await outboxOf(phone, `is_last_word AND status = 'accepted'`);
  await runtime.say(phone, 'thanks');
  await runtime.until(
    `SELECT 1 FROM inbox_entries i JOIN contacts c ON c.id = i.contact_id WHERE c.phone_hash = $1 AND i.reason = 'contact.optedOut'`,
    [hashOf(phone)],
  );
  expect(sendsTo(phone)).toHaveLength(2);
  await runtime.say(phone, 'what is the interest rate?');
  await runtime.whatsapp.ledger.waitFor(() => sendsTo(phone).length === 3, 5_000);
  const { rows } = await runtime.db.query('SELECT opted_out_at FROM contacts WHERE phone_hash = $1', [hashOf(phone)]);
  expect(rows).toEqual([{ opted_out_at: null }]);
});

test('a message that is queued after the opt-out, by whomever, is cancelled instead of sent', async () => {
  const { outboxId, contactId } = await queuedMessage('+919800002011', 'rejected');
  await runtime.db.query('UPDATE contacts SET opted_out_at = now() WHERE id = $1', [contactId]);
  await runtime.db.query(`UPDATE outbox_entries SET status = 'queued' WHERE id = $1`, [outboxId]);
  const { rows } = await untilSettled(outboxId);
  expect(rows).toEqual([{ status: 'cancelled', problem_code: 'contact.optedOut' }]);
});

function hashOf(phone: string): string {
  return blindIndex('phone', phone);
}

function sendsTo(phone: string) {
  return runtime.whatsapp.accepted.filter((send) => send.customer.phone === phone);
}

function outboxOf(phone: string, condition: string): Promise<{ id: string }> {
  return runtime.until<{ id: string }>(
    `SELECT o.id FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id WHERE c.phone_hash = $1 AND ${condition}`,
    [hashOf(phone)],
  );
}

async function untilSettled(outboxId: string) {
  await runtime.until(
    `SELECT 1 FROM outbox_entries WHERE id = $1 AND status IN ('rejected', 'cancelled', 'accepted')`,
    [outboxId],
  );
  return runtime.db.query('SELECT status, problem_code FROM outbox_entries WHERE id = $1', [outboxId]);
}

/** One more message to a contact who has talked, written straight into the outbox in a given state. */
async function queuedMessage(phone: string, status: string, lastInboundAt = 'now()') {
  await runtime.say(phone, 'Hello');
  await outboxOf(phone, `delivery = 'read'`);
  const { rows } = await runtime.db.query<{ outboxId: string; contactId: string }>(
    `WITH person AS (
       UPDATE contacts SET last_inbound_at = ${lastInboundAt} WHERE phone_hash = $1 RETURNING id
     )
     INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, status, owner, attempts)
     SELECT gen_random_uuid(), message_id, contact_id, turn_id, 99, channel, payload, $2::outbox_status, gen_random_uuid(), 0
     FROM outbox_entries WHERE contact_id = (SELECT id FROM person)
     RETURNING id AS "outboxId", contact_id AS "contactId"`,
    [hashOf(phone), status],
  );
  const [row] = rows;
  if (!row) throw new Error('There was no message to copy.');
  return row;
}

/** A status as WhatsApp would tell it, whatever was told before. */
async function tell(outboxId: string, status: 'sent' | 'delivered' | 'read' | 'failed'): Promise<void> {
  const { acceptEvents } = await import('../inbox/accept');
  await acceptEvents('whatsapp', [
    {
      type: 'status',
      dedupeKey: `told.${outboxId}.${status}`,
      externalId: 'wamid.any',
      status,
      at: new Date().toISOString(),
      callbackData: outboxId,
    },
  ]);
}
