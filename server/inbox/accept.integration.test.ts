import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { blindIndex } from '../sealing/blind-index';
import { messageIdsOf } from '../sealing/message-id';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
});
afterAll(() => runtime.close());

test('one message that is told twenty times at once is stored once and answered once', async () => {
  const phone = '+919800000100';
  await Promise.all(Array.from({ length: 20 }, () => runtime.say(phone, 'Hello', 'wamid.same')));
  const worker = runtime.startWorker();
  await runtime.whatsapp.ledger.waitFor((sends) => sends.length === 1, 5_000);
  await runtime.say(phone, 'Hello', 'wamid.same');
  const { rows } = await runtime.db.query(
    `SELECT (SELECT count(*) FROM inbox_entries WHERE kind = 'message')::int AS entries,
       (SELECT count(*) FROM turns)::int AS turns, (SELECT count(*) FROM outbox_entries)::int AS outgoing`,
  );
  expect(rows[0]).toEqual({ entries: 1, turns: 1, outgoing: 1 });
  await runtime.whatsapp.settled();
  await worker.stop();
});

test('a contact who is known by phone and by user id apart becomes one when both come together', async () => {
  const { resolveSender } = await import('../contacts/resolve-sender');
  const byPhone = await resolveSender('whatsapp', { phone: '+919800000200', profileName: 'Asha' });
  const byBsuid = await resolveSender('whatsapp', { bsuid: 'IN.abc200' });
  expect(byPhone).not.toBe(byBsuid);
  expect(await post(webhookOf('wamid.p1', { from: '919800000200' }))).toBe(200);
  expect(await post(webhookOf('wamid.b1', { from_user_id: 'IN.abc200' }))).toBe(200);
  expect(await post(webhookOf('wamid.both', { from: '919800000200', from_user_id: 'IN.abc200' }))).toBe(200);
  const { rows } = await runtime.db.query(
    `SELECT id, phone, name, (SELECT count(*) FROM inbox_entries i WHERE i.contact_id = c.id)::int AS messages,
       (SELECT due_at IS NOT NULL FROM turn_queue q WHERE q.contact_id = c.id) AS due
     FROM contacts c WHERE bsuid_hash = $1 OR phone_hash = $2`,
    [blindIndex('bsuid', 'IN.abc200'), blindIndex('phone', '+919800000200')],
  );
  expect(rows).toEqual([{ id: byBsuid, phone: '+919800000200', name: 'Asha', messages: 3, due: true }]);
});

test('a phone number that passed to another person does not bring along the history of the first', async () => {
  const { resolveSender } = await import('../contacts/resolve-sender');
  const before = await resolveSender('whatsapp', { phone: '+919800000300', bsuid: 'IN.old300' });
  const after = await resolveSender('whatsapp', { phone: '+919800000300', bsuid: 'IN.new300' });
  expect(after).not.toBe(before);
  const { rows } = await runtime.db.query(
    'SELECT phone, bsuid FROM contacts WHERE id = ANY($1) ORDER BY phone IS NULL',
    [[before, after]],
  );
  expect(rows).toEqual([
    { phone: '+919800000300', bsuid: 'IN.new300' },
    { phone: null, bsuid: 'IN.old300' },
  ]);
});

test('many strangers in one webhook each get a contact of their own', async () => {
  const { acceptEvents } = await import('./accept');
  const events = Array.from({ length: 60 }, (_, index) => ({
    type: 'message' as const,
    dedupeKey: `wamid.stranger${index}`,
    externalId: `wamid.stranger${index}`,
    sender: { phone: `+9198000${String(40_000 + (index % 30)).padStart(5, '0')}` },
    at: new Date().toISOString(),
    content: { type: 'text' as const, text: 'Hi' },
  }));
  await Promise.all([acceptEvents('whatsapp', events), acceptEvents('whatsapp', events)]);
  const { rows } = await runtime.db.query(
    `SELECT count(*)::int AS messages, count(DISTINCT contact_id)::int AS people FROM inbox_entries
     WHERE external_id = ANY($1)`,
    [await kept(...events.map(({ externalId }) => externalId))],
  );
  expect(rows[0]).toEqual({ messages: 60, people: 30 });
});

test('a text that PostgreSQL would refuse, and one that is far too long, are stored all the same', async () => {
  const unclean = `a\u0000b${String.fromCharCode(0xd800)}`;
  expect(await post(webhookOf('wamid.unclean', { from: '919800000400' }, unclean))).toBe(200);
  expect(await post(webhookOf('wamid.long', { from: '919800000400' }, 'x'.repeat(1_000_000)))).toBe(200);
  const { rows } = await runtime.db.query('SELECT payload FROM inbox_entries WHERE external_id = ANY($1)', [
    await kept('wamid.long'),
  ]);
  expect(rows[0]?.payload).toMatchObject({ content: { text: 'x'.repeat(8192) }, fullLength: 1_000_000 });
});

test('what is not signed, not JSON or too large is refused with a plain word, and nothing is stored', async () => {
  const body = JSON.stringify(webhookOf('wamid.refused', { from: '919800000500' }));
  const unsigned = await fetch(runtime.webhookUrl, { method: 'POST', body });
  expect([unsigned.status, await unsigned.text()]).toEqual([401, 'refused']);
  expect(await postRaw('{"half":', sign('{"half":'))).toBe(400);
  const huge = 'x'.repeat(3 * 1024 * 1024 + 1);
  expect(await postRaw(huge, sign(huge))).toBe(413);
  const { rowCount } = await runtime.db.query('SELECT 1 FROM inbox_entries WHERE external_id = ANY($1)', [
    await kept('wamid.refused'),
  ]);
  expect(rowCount).toBe(0);
});

test('while the database is cut off or silent a webhook gets 503 within a second, and is stored when sent again', async () => {
  for (const state of ['cut', 'silent'] as const) {
    runtime.wire.set(state);
    const began = performance.now();
    expect(await post(webhookOf(`wamid.away.${state}`, { from: '919800000600' }))).toBe(503);
    expect(performance.now() - began).toBeLessThan(1_000);
    runtime.wire.set('cut'); // a connection that fell silent is dead for good
    runtime.wire.set('open');
  }
  for (const state of ['cut', 'silent'] as const) {
    await expect
      .poll(() => post(webhookOf(`wamid.away.${state}`, { from: '919800000600' })), { timeout: 10_000 })
      .toBe(200);
  }
  const { rowCount } = await runtime.db.query('SELECT 1 FROM inbox_entries WHERE external_id = ANY($1)', [
    await kept('wamid.away.cut', 'wamid.away.silent'),
  ]);
  expect(rowCount).toBe(2);
});

/** The ids under which messages of WhatsApp are kept. */
async function kept(...ids: readonly string[]): Promise<readonly string[]> {
  const { hide } = await messageIdsOf('whatsapp');
  return ids.map(hide);
}

type From = { readonly from?: string; readonly from_user_id?: string };

function webhookOf(id: string, from: From, text = 'Hello'): object {
  const message = { id, ...from, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body: text } };
  const metadata = { display_phone_number: '918041234567', phone_number_id: '1555000111' };
  const value = { messaging_product: 'whatsapp', metadata, messages: [message] };
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
}

function post(webhook: object): Promise<number> {
  const body = JSON.stringify(webhook);
  return postRaw(body, sign(body));
}

async function postRaw(body: string, signature: string): Promise<number> {
  const headers = { 'x-hub-signature-256': signature };
  return (await fetch(runtime.webhookUrl, { method: 'POST', body, headers })).status;
}

function sign(body: string): string {
  return `sha256=${createHmac('sha256', 'app-secret').update(body).digest('hex')}`;
}
