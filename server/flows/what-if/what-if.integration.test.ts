import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Flow, flow as flowSchema } from '@/flows/schema/flow';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

const flowId = 'loan-against-property';
let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
  const { seedFlowLibrary } = await import('../seed-flow-library');
  await seedFlowLibrary();
  runtime.startWorker();
});
afterAll(() => runtime.close());

test('conversations are played again on the draft: the same, other words, another way, or not to the end', async () => {
  const { whatIf } = await import('./what-if');
  const asha = await converse('Asha', [
    'Hi, I need a loan',
    'I have a house in Mysuru worth 1.5 crore',
    'मुझे 50 लाख चाहिए',
  ]);
  const ravi = await converse('Ravi', ['Hello', 'Please stop writing to me']);
  await converse('Still talking', ['Hello'], 'goesOn');

  expect(await whatIf(flowId, 10)).toMatchObject({
    played: 2,
    same: 2,
    other: [],
    broken: [],
    skipped: 0,
    isTimeUp: false,
  });

  await draft((flow) => withReason(flow, 'Bye for now.'));
  const [said] = (await whatIf(flowId, 10)).other;
  expect(said).toMatchObject({
    sessionId: ravi,
    contactName: 'Ravi',
    channel: 'simulator',
    wayDiffers: false,
    saidDiffers: true,
    firstDifference: { seq: 2, heard: ['Please stop writing to me'], is: { said: ['Bye for now.'] } },
  });

  await draft((flow) => ({
    ...flow,
    transitions: flow.transitions.map((transition) =>
      transition.id === 'introduction:interested' ? { ...transition, to: 'loan_details' } : transition,
    ),
  }));
  const changed = await whatIf(flowId, 10);
  expect(changed.other).toMatchObject([
    {
      sessionId: asha,
      wayDiffers: true,
      firstDifference: {
        was: { state: 'qualifying' },
        is: { state: 'loan_details', transitions: ['introduction:interested'] },
      },
    },
  ]);
  expect(changed).toMatchObject({ played: 2, same: 1 });
  expect((await whatIf(flowId, 1)).played).toBe(1);
});

test('an unfinished record is skipped, and a flow that is not there says so', async () => {
  const { whatIf } = await import('./what-if');
  const session = await converse('Gone', ['Hello', 'Yes, tell me more']);
  await runtime.db.query('DELETE FROM turns WHERE session_id = $1 AND seq = 1', [session]);
  expect((await whatIf(flowId, 1)).skipped).toBe(1);
  await expect(whatIf('no-such-flow', 10)).rejects.toMatchObject({ code: 'record.notFound' });
});

test('a conversation is shown step by step, with sensitive numbers as they are stored', async () => {
  const { readReplay } = await import('../../analytics/replay/read-replay');
  const { readSaid } = await import('../../analytics/replay/read-said');
  const sessionId = await converse('Meena', ['Hello', 'I have a house, my PAN is ABCPK1234L']);
  const replay = await readReplay(sessionId);
  expect(replay).toMatchObject({ flowId, flowVersion: 1, contactName: 'Meena', channel: 'simulator' });
  expect(replay.steps).toMatchObject([
    { seq: 1, input: 'started', heard: ['Hello'], entered: ['initial'], stateAfter: 'initial', intent: 'greet' },
    {
      seq: 2,
      input: 'replied',
      transitions: ['initial:interested'],
      slots: [{ slot: 'property_type', value: 'house' }],
    },
  ]);
  expect(JSON.stringify(replay)).not.toContain('ABCPK1234L');
  expect(replay.steps[1]?.heard[0]).toContain('my PAN is');
  expect(replay.steps[0]?.said[0]).toMatchObject({
    language: 'en',
    state: 'initial',
    text: expect.stringContaining('Hello'),
  });

  const said = await readSaid({ flowId, state: 'introduction', days: 1, limit: 1 });
  expect(said).toMatchObject([
    { sessionId, contactName: 'Meena', language: 'en', textKey: expect.stringMatching(/^introduction\//) },
  ]);
  expect(await readSaid({ flowId, state: 'nowhere', days: 1, limit: 5 })).toEqual([]);
  await expect(readReplay(randomUUID())).rejects.toMatchObject({ code: 'record.notFound' });
});

/** Has a conversation with a simulated contact; unless it goes on, the last word was an hour ago. Gives its session. */
async function converse(
  name: string,
  texts: readonly string[],
  afterwards: 'rests' | 'goesOn' = 'rests',
): Promise<string> {
  const { startSimulation } = await import('../../conversation/start-simulation');
  const { acceptSimulated } = await import('../../conversation/accept-simulated');
  const { id: contactId } = await startSimulation({ name, language: 'en', flowId, flowVersion: 1, state: null });
  for (const text of texts) {
    const { messageId } = await acceptSimulated({ contactId, clientId: randomUUID(), content: { type: 'text', text } });
    await runtime.until(`SELECT 1 FROM inbox_entries WHERE external_id = $1 AND status = 'handled'`, [messageId]);
  }
  const age = afterwards === 'rests' ? '1 hour' : '0';
  const { rows } = await runtime.db.query<{ id: string }>(
    `UPDATE flow_sessions SET updated_at = updated_at - $2::interval WHERE contact_id = $1 RETURNING id`,
    [contactId, age],
  );
  return rows[0]?.id ?? '';
}

async function draft(change: (flow: Flow) => Flow): Promise<void> {
  const [{ readFlow }, { readDraftRevision, saveDraft }] = await Promise.all([
    import('../store'),
    import('../drafts/store'),
  ]);
  const [flow, stored] = await Promise.all([readFlow(flowId, 1), readDraftRevision(flowId)]);
  if (!flow || !stored) throw new Error('The flow is not published.');
  await saveDraft(flowId, change(flow), stored.revision);
}

function withReason(flow: Flow, text: string): Flow {
  const data = { message: { type: 'text', text: { en: text } }, reason: 'opted_out' };
  const states = flow.states.map((state) => (state.id === 'opted_out' ? { ...state, data } : state));
  return flowSchema.parse({ ...flow, states });
}
