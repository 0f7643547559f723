import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { blindIndex } from '../sealing/blind-index';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime({ BURST_WINDOW_MS: '60' });
  runtime.startWorker({ allowLoopback: true });
  runtime.startWorker({ allowLoopback: true });
});
afterAll(() => runtime.close());

test('a message through the signed webhook is answered, and its statuses come to rest', async () => {
  const contact = await talk('+919800001001', 'Hello');
  await runtime.until(
    `SELECT 1 FROM outbox_entries WHERE contact_id = $1 AND delivery = 'read' AND status = 'accepted'`,
    [contact],
  );
  const { rows } = await runtime.db.query('SELECT seq, state_before, state_after FROM turns WHERE contact_id = $1', [
    contact,
  ]);
  expect(rows).toEqual([{ seq: 1, state_before: null, state_after: 'asking' }]);
});

test('ten messages within a moment are one conversation, in the order in which they were written', async () => {
  const contact = await talk('+919800001002', 'Hello');
  const at = Date.now();
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      runtime.whatsapp.receiveFromCustomer({
        from: '+919800001002',
        text: `message ${index}`,
        // WhatsApp's clock counts seconds: as far apart as its order can be seen.
        at: at - (9 - index) * 1000,
      }),
    ),
  );
  await runtime.until(
    `SELECT 1 FROM inbox_entries WHERE contact_id = $1 HAVING count(*) FILTER (WHERE status = 'handled') = 11`,
    [contact],
  );
  const { rows } = await runtime.db.query<{ input: { reply: { messages: { content: { text: string } }[] } } }>(
    'SELECT input FROM turns WHERE contact_id = $1 ORDER BY seq',
    [contact],
  );
  const texts = rows.flatMap(({ input }) => input.reply.messages.map(({ content }) => content.text));
  expect(texts).toEqual(['Hello', ...Array.from({ length: 10 }, (_, i) => `message ${i}`)]);
  const sessions = await runtime.db.query('SELECT 1 FROM flow_sessions WHERE contact_id = $1', [contact]);
  expect(sessions.rowCount).toBe(1);
});

test('a message that comes while another is being answered is the next turn, and none is lost', async () => {
  const contact = await talk('+919800001003', 'Hello');
  for (let index = 1; index <= 12; index += 1) await runtime.say('+919800001003', `number ${index}`);
  await runtime.until(
    `SELECT 1 FROM inbox_entries WHERE contact_id = $1 HAVING count(*) FILTER (WHERE status = 'handled') = 13`,
    [contact],
  );
  const { rows } = await runtime.db.query<{ seqs: number[]; versions: number }>(
    `SELECT array_agg(seq ORDER BY seq) AS seqs, (SELECT version FROM flow_sessions WHERE contact_id = $1) AS versions
     FROM turns WHERE contact_id = $1`,
    [contact],
  );
  expect(rows[0]?.seqs).toEqual(rows[0]?.seqs.map((_, index) => index + 1));
  expect(rows[0]?.versions).toBe(rows[0]?.seqs.length);
});

test('a clock wakes the session, and what it says is sent', async () => {
  const contact = await talk('+919800001004', 'Hello');
  await runtime.say('+919800001004', 'Clock');
  await runtime.until(`SELECT 1 FROM turns WHERE contact_id = $1 AND input->>'type' = 'timedOut'`, [contact]);
  await isSaid(contact, /^The clock rang\./);
  const { rows } = await runtime.db.query('SELECT state_id, wake_at FROM flow_sessions WHERE contact_id = $1', [
    contact,
  ]);
  expect(rows).toEqual([{ state_id: 'asking', wake_at: null }]);
});

test('a flow calls an outside service between two turns, and goes on when that fails', async () => {
  const calls: (string | undefined)[] = [];
  const service = createServer((request, response) => {
    calls.push(String(request.headers['idempotency-key']));
    response.end(JSON.stringify({ rate: 8.5 }));
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const address = service.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const contact = await talk('+919800001005', 'Hello');
  await runtime.db.query(
    `UPDATE flow_sessions SET state = state || jsonb_build_object('slots', $2::jsonb) WHERE contact_id = $1`,
    [contact, { port: slotFact(port) }],
  );
  await runtime.say('+919800001005', 'Outside');
  await isSaid(contact, /^The rate is 8\.5\./);
  expect(calls).toHaveLength(1);
  await new Promise((resolve) => service.close(resolve));
  await runtime.say('+919800001005', 'Outside');
  await expect
    .poll(
      async () => {
        const turns = await runtime.db.query('SELECT input, state_after FROM turns WHERE contact_id = $1', [contact]);
        return turns.rows;
      },
      { timeout: 5_000 },
    )
    .toContainEqual({
      input: expect.objectContaining({ result: { ok: false, code: 'call.failed' } }),
      state_after: 'asking',
    });
});

test('what breaks its turn is given up after three attempts, and the next message is answered', async () => {
  const contact = await talk('+919800001006', 'Hello');
  await runtime.db.query(
    `INSERT INTO inbox_entries (channel, external_id, kind, contact_id, payload, occurred_at)
     VALUES ('whatsapp', 'wamid.poison', 'start', $1, '{"flowId": "gone", "flowVersion": 7, "state": null, "language": "en", "slots": {}}', now())`,
    [contact],
  );
  await runtime.say('+919800001006', 'Are you there?');
  const dead = await runtime.until<{ reason: string }>(
    `SELECT reason FROM inbox_entries WHERE external_id = 'wamid.poison' AND status = 'dead'`,
  );
  expect(dead.reason).toBe('turn.failed');
  await runtime.until(
    `SELECT 1 FROM inbox_entries WHERE contact_id = $1 HAVING count(*) FILTER (WHERE status = 'handled') = 2`,
    [contact],
  );
});

test('a customer whose message breaks its turn for good is told so, and an officer can see the message', async () => {
  const contact = await talk('+919800001016', 'Hello');
  await runtime.db.query(
    'UPDATE flow_sessions SET flow_version = 99, state = jsonb_set(state, $2, $3) WHERE contact_id = $1',
    [contact, ['flowVersion'], '99'],
  );
  await runtime.say('+919800001016', 'Are you there?');
  await runtime.until(`SELECT 1 FROM messages WHERE contact_id = $1 AND text_keys = '{runtime/somethingWrong}'`, [
    contact,
  ]);
  const { readConversation } = await import('./read-conversation');
  const conversation = await readConversation({ contactId: contact });
  expect(conversation?.messages.map(({ direction, status }) => `${direction} ${status}`)).toEqual([
    'in handled',
    expect.stringMatching(/^out /),
    'in dead',
    expect.stringMatching(/^out /),
  ]);
});

test('what is stored and cannot be read is given up too', async () => {
  const contact = await talk('+919800001007', 'Hello');
  await runtime.db.query(
    `INSERT INTO inbox_entries (channel, external_id, kind, contact_id, payload, occurred_at)
     VALUES ('whatsapp', 'wamid.garbage', 'message', $1, '{"nothing": "here"}', now() - interval '1 minute')`,
    [contact],
  );
  await runtime.say('+919800001007', 'Are you there?');
  await runtime.until(`SELECT 1 FROM inbox_entries WHERE external_id = 'wamid.garbage' AND status = 'dead'`);
  await runtime.until(
    `SELECT 1 FROM inbox_entries WHERE contact_id = $1 HAVING count(*) FILTER (WHERE status = 'handled') = 2`,
    [contact],
  );
});

test('identity numbers are masked in everything that is kept, and the customer is warned', async () => {
  const contact = await talk('+919800001008', 'Hello');
  await runtime.say('+919800001008', 'my PAN is ABCPE1234F ok');
  await runtime.until(`SELECT 1 FROM turns WHERE contact_id = $1 AND seq = 2`, [contact]);
  const { rows } = await runtime.db.query(
    `SELECT (SELECT jsonb_agg(t) FROM turns t WHERE contact_id = $1) AS turns,
       (SELECT jsonb_agg(m) FROM messages m WHERE contact_id = $1) AS messages,
       (SELECT jsonb_agg(i) FROM inbox_entries i WHERE contact_id = $1) AS entries,
       (SELECT jsonb_agg(s) FROM flow_sessions s WHERE contact_id = $1) AS sessions`,
    [contact],
  );
  const kept = JSON.stringify(rows);
  expect(kept).not.toContain('ABCPE1234F');
  expect(kept).toContain('my PAN is •••••••••• ok');
  expect(kept).toContain('runtime/sensitiveNumber');
});

test('a picture in the middle of a conversation is answered, and the conversation stays where it is', async () => {
  const contact = await talk('+919800001009', 'Hello');
  await runtime.whatsapp.receiveFromCustomer({
    from: '+919800001009',
    raw: { type: 'image', image: { id: '1', mime_type: 'image/jpeg' } },
  });
  await runtime.until(
    `SELECT 1 FROM outbox_entries WHERE contact_id = $1 AND status = 'accepted' HAVING count(*) = 2`,
    [contact],
  );
  const { rows } = await runtime.db.query(
    `SELECT (SELECT count(*) FROM turns WHERE contact_id = $1)::int AS turns,
       (SELECT reason FROM inbox_entries WHERE contact_id = $1 AND status = 'ignored') AS reason`,
    [contact],
  );
  expect(rows[0]).toEqual({ turns: 1, reason: 'message.unreadable' });
});

/** Says something as a customer, waits for the answer to arrive, and tells whose conversation it is. */
async function talk(phone: string, text: string): Promise<string> {
  await runtime.say(phone, text);
  const { id } = await runtime.until<{ id: string }>(
    `SELECT c.id FROM contacts c JOIN outbox_entries o ON o.contact_id = c.id WHERE c.phone_hash = $1 AND o.status = 'accepted'`,
    [blindIndex('phone', phone)],
  );
  return id;
}

async function isSaid(contact: string, words: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await runtime.db.query('SELECT content FROM messages WHERE contact_id = $1', [contact]);
        return rows.map(({ content }) => content.text);
      },
      { timeout: 5_000 },
    )
    .toContainEqual(expect.stringMatching(words));
}

function slotFact(value: number) {
  const unread = { messageId: null, span: null, language: null, history: [] };
  return { ...unread, value, confidence: 1, source: 'flow', confirmed: false, at: new Date().toISOString() };
}
