import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
  const { seedFlowLibrary } = await import('../flows/seed-flow-library');
  await seedFlowLibrary();
  runtime.startWorker();
});
afterAll(() => runtime.close());

const start = { name: 'Asha', language: 'en', flowId: 'loan-against-property', flowVersion: 1, state: null };

test('the example conversation runs through the real runtime and leaves the facts that an officer needs', async () => {
  const { startSimulation } = await import('./start-simulation');
  const { readConversation } = await import('./read-conversation');
  const { id } = await startSimulation(start);
  for (const text of [
    'Hi, I need a loan against my property',
    'I have a house in Bangalore worth 1.5 crore',
    'I need about 80 lakhs for my business expansion',
    'What would be the interest rate?',
    'What documents will I need to provide?',
    "I'll think about it and get back to you later",
  ]) {
    await say(id, text);
  }
  const conversation = await readConversation({ contactId: id });
  expect(conversation?.session?.slots).toMatchObject({
    property_type: { value: 'house' },
    property_location: { value: 'Bengaluru' },
    property_value: { value: 15_000_000 },
    loan_amount_needed: { value: 8_000_000 },
    loan_purpose: { value: 'business' },
  });
  const first = conversation?.messages.find((message) => message.direction === 'in');
  const value = conversation?.turns.flatMap((turn) => turn.slots).find((slot) => slot.slot === 'property_value');
  const source = conversation?.messages.find((message) => message.id === value?.messageId);
  expect(value?.span?.text).toContain('1.5 crore');
  expect(source?.content).toMatchObject({ text: 'I have a house in Bangalore worth 1.5 crore' });
  expect(conversation?.turns[0]?.messageIds).toEqual([first?.id]);
  const { rows } = await runtime.db.query(
    `SELECT l.score, f.reason, f.status FROM leads l JOIN follow_ups f ON f.contact_id = l.contact_id WHERE l.contact_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ score: expect.any(Number), reason: expect.any(String), status: 'planned' }]);
  await say(id, 'Can we talk now?');
  const plans = await runtime.db.query(
    `SELECT status_reason FROM follow_ups WHERE contact_id = $1 AND status = 'cancelled'`,
    [id],
  );
  expect(plans.rows).toEqual([{ status_reason: 'contact.wrote' }]);
});

test('a conversation can begin in any state, with the bot speaking first', async () => {
  const { startSimulation } = await import('./start-simulation');
  const { readSession } = await import('./read-conversation');
  const { id } = await startSimulation({ ...start, state: 'qualifying' });
  await runtime.until('SELECT 1 FROM messages WHERE contact_id = $1', [id]);
  expect(await readSession(id)).toMatchObject({ turn: 1, status: 'active' });
  const { rows } = await runtime.db.query(`SELECT input->>'by' AS by FROM turns WHERE contact_id = $1`, [id]);
  expect(rows).toEqual([{ by: 'business' }]);
});

test('the same message sent twice is one, and a contact that is not simulated gets none', async () => {
  const { startSimulation } = await import('./start-simulation');
  const { acceptSimulated } = await import('./accept-simulated');
  const { id } = await startSimulation(start);
  const message = { contactId: id, clientId: randomUUID(), content: { type: 'text' as const, text: 'Hello' } };
  await Promise.all([acceptSimulated(message), acceptSimulated(message)]);
  await runtime.until('SELECT 1 FROM messages WHERE contact_id = $1 HAVING count(*) > 1', [id]);
  const { rowCount } = await runtime.db.query('SELECT 1 FROM inbox_entries WHERE contact_id = $1', [id]);
  expect(rowCount).toBe(1);
  await expect(acceptSimulated({ ...message, contactId: randomUUID() })).rejects.toMatchObject({
    code: 'record.notFound',
  });
});

test('a reset forgets the conversation and begins anew; a turn that was running writes nothing any more', async () => {
  const { startSimulation } = await import('./start-simulation');
  const { resetSimulation } = await import('./reset-simulation');
  const { readConversation } = await import('./read-conversation');
  const { id } = await startSimulation(start);
  await say(id, 'I have a house in Mysuru');
  await resetSimulation({ contactId: id, ...start, name: 'Ravi', language: 'hi' });
  expect(await readConversation({ contactId: id })).toMatchObject({
    contact: { name: 'Ravi', language: 'hi' },
    messages: [],
    turns: [],
    session: { turn: 0, slots: {}, language: 'hi' },
    isReplying: false,
  });
  await say(id, 'नमस्ते');
  expect((await readConversation({ contactId: id }))?.session).toMatchObject({ turn: 1 });
});

test('a flow or a state that is not there is refused with a sentence, and nobody is made', async () => {
  const { startSimulation } = await import('./start-simulation');
  const { listSimulatedContacts } = await import('./list-simulated-contacts');
  const before = await listSimulatedContacts();
  await expect(startSimulation({ ...start, flowVersion: 12 })).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(startSimulation({ ...start, state: 'nowhere' })).rejects.toMatchObject({ code: 'record.notFound' });
  expect(await listSimulatedContacts()).toHaveLength(before.length);
});

/** Says something in the simulator and waits until it is answered. */
async function say(contactId: string, text: string): Promise<void> {
  const { acceptSimulated } = await import('./accept-simulated');
  const { messageId } = await acceptSimulated({ contactId, clientId: randomUUID(), content: { type: 'text', text } });
  await runtime.until(`SELECT 1 FROM inbox_entries WHERE external_id = $1 AND status = 'handled'`, [messageId]);
}
