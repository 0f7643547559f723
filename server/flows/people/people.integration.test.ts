import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renameState } from '@/flows/edit/rename-state';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import echoFlow from '@/server/testing/echo-flow.json';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { storedText } from '@/server/testing/stored-text';
import type { PeoplePlan } from './people-plan';

let runtime: RuntimeFixture;
let product: Awaited<ReturnType<typeof loadProduct>>;
let flow: Flow;
let tests = 0;

beforeAll(async () => {
  runtime = await startRuntime();
  runtime.startWorker({ allowLoopback: true });
  product = await loadProduct();
});
beforeEach(async () => {
  tests += 1;
  const parsed = parseFlow({ ...echoFlow, id: `people${tests}` });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const patient = (state: Flow['states'][number]) =>
    state.type === 'call' ? { ...state, data: { ...state.data, timeoutSeconds: 20 } } : state;
  flow = { ...parsed.flow, states: parsed.flow.states.map(patient) };
  await product.insertFlow(flow, 'test');
});
afterAll(() => runtime.close());

describe('when a version is published, the people in the ones before', () => {
  test('finish on theirs', async () => {
    const contactId = await talk();
    expect(await publish(greeting('Second'), { mode: 'stay' })).toMatchObject({ ok: true, version: 2, stayed: 1 });
    await say(contactId, 'Something');
    expect(await sessionOf(contactId)).toMatchObject({ flow_version: 1, inside: 1 });
    expect(await lastSaid(contactId)).toBe('Heard you. What now?');
  });

  test('are moved, and are answered in the words of the new version', async () => {
    const contactId = await talk();
    const before = await sessionOf(contactId);
    const moved = { ok: true, version: 2, moved: 1, handedOver: 0, stayed: 0 };
    expect(await publish(greeting('Second'), { mode: 'move', targets: {} })).toMatchObject(moved);
    expect(await sessionOf(contactId)).toEqual({
      ...before,
      ...{ flow_version: 2, inside: 2, version: before.version + 1 },
    });
    await say(contactId, 'Something');
    expect(await lastSaid(contactId)).toBe('Second: heard you.');
    expect(await people()).toEqual([{ version: 2, state: 'asking', people: 1, held: 0 }]);
  });

  test('go to the state that takes the place of theirs, which no longer waits for what the old one asked', async () => {
    const contactId = await talk();
    const before = await sessionOf(contactId);
    const renamed = renameState(flow, 'asking', 'choosing');
    await publish(renamed, { mode: 'move', targets: { asking: 'choosing' } });
    const { session, ...row } = await sessionOf(contactId);
    expect(row).toMatchObject({ flow_version: 2, state_id: 'choosing', wait_id: before.wait_id });
    expect(session).toMatchObject({ state: 'choosing', wait: { type: 'reply', expects: [], choices: [] } });
    await say(contactId, 'Two');
    expect(await sessionOf(contactId)).toMatchObject({ status: 'active', state_id: 'choosing' });
  });

  test('stay when their state is gone and nothing takes its place, or they are inside a subflow', async () => {
    const [lost, called] = [await talk(), await talk()];
    await runtime.db.query(
      `UPDATE flow_sessions SET state_id = 'street', state = state || '{"state": "street"}' || jsonb_build_object('calls',
         '[{"flowId": "collect-address", "returnTo": "asking"}]'::jsonb) WHERE contact_id = $1`,
      [called],
    );
    expect(await people()).toEqual([{ version: 1, state: 'asking', people: 2, held: 1 }]);
    const renamed = renameState(flow, 'asking', 'choosing');
    expect(await publish(renamed, { mode: 'move', targets: {} })).toMatchObject({ moved: 0, stayed: 2 });
    expect([await sessionOf(lost), await sessionOf(called)]).toMatchObject([{ flow_version: 1 }, { flow_version: 1 }]);
    const later = { mode: 'move', targets: { asking: 'choosing' } } as const;
    expect(await product.treatRemainingPeople(flow.id, later)).toEqual({ moved: 1, handedOver: 0, stayed: 1 });
  });

  test('are handed to an officer, with a turn that says so, and who writes again begins anew', async () => {
    const contactId = await talk();
    const { id, version } = await sessionOf(contactId);
    const handed = { moved: 0, handedOver: 1, stayed: 0 };
    expect(await publish(greeting('Second'), { mode: 'handOver' })).toMatchObject(handed);
    expect(await sessionOf(contactId)).toMatchObject({
      ...{ id, status: 'ended', wait_id: null, version: version + 1 },
      session: { status: 'ended', wait: null, turn: 2 },
    });
    const { rows } = await runtime.db.query('SELECT reason, summary, state_id FROM handovers WHERE contact_id = $1', [
      contactId,
    ]);
    expect(rows).toEqual([
      { reason: 'flow.replaced', summary: expect.stringContaining('version 2'), state_id: 'asking' },
    ]);
    const stored = await storedText(
      runtime.databaseUrl,
      'SELECT h.summary, t.events FROM handovers h JOIN turns t ON t.id = h.turn_id WHERE h.contact_id = $1',
      [contactId],
    );
    expect([stored.length, JSON.stringify(stored)]).toEqual([1, expect.not.stringContaining('was replaced by')]);
    const conversation = await product.readConversation({ contactId });
    expect(conversation?.turns.at(-1)).toMatchObject({
      ...{ seq: 2, flowVersion: 1, stateBefore: 'asking', stateAfter: 'asking' },
      events: [{ type: 'handover.requested' }, { type: 'session.ended', reason: 'flow.replaced' }],
    });
    await say(contactId, 'Hello again');
    expect(await sessionOf(contactId)).toMatchObject({ status: 'active', flow_version: 2, version: 1 });
  });

  test('are moved in batches, all of them', async () => {
    const contactId = await talk();
    await runtime.db.query(
      `WITH copies AS (
         INSERT INTO contacts (id, channel, bsuid, language, timezone)
         SELECT gen_random_uuid(), 'simulator', $2::text || n, 'en', 'Asia/Kolkata' FROM generate_series(1, 450) n RETURNING id
       )
       INSERT INTO flow_sessions SELECT gen.id, copies.id, s.flow_id, s.flow_version, s.status, s.state_id, s.wait_type,
         s.wait_id, s.wake_at, s.state || jsonb_build_object('id', gen.id, 'contactId', copies.id), s.version, s.started_at,
         s.updated_at
       FROM copies, LATERAL (SELECT gen_random_uuid() AS id WHERE copies.id IS NOT NULL) gen, flow_sessions s
       WHERE s.contact_id = $1`,
      [contactId, `${flow.id}.`],
    );
    expect(await publish(greeting('Second'), { mode: 'move', targets: {} })).toMatchObject({ moved: 451, stayed: 0 });
    expect(await people()).toEqual([{ version: 2, state: 'asking', people: 451, held: 0 }]);
  });

  test('are moved by a roll back too', async () => {
    const contactId = await talk();
    await publish(greeting('Second'), { mode: 'move', targets: {} });
    const move = { flowId: flow.id, version: 1, author: '', people: { mode: 'move', targets: {} } } as const;
    expect(await product.rollBack(move)).toMatchObject({ ok: true, version: 3, moved: 1 });
    await say(contactId, 'Something');
    expect(await lastSaid(contactId)).toBe('Heard you. What now?');
    expect(await sessionOf(contactId)).toMatchObject({ flow_version: 3 });
  });
});

describe('a turn that is being taken while its session is', () => {
  test('moved is taken again on the new version, and nothing is said twice', async () => {
    const call = await openCall();
    const contactId = await talk({ port: call.port });
    await send(contactId, 'Outside');
    await call.begun();
    const told = {
      ...flow,
      states: flow.states.map((state) => (state.id === 'told' ? saying(state, 'Now {{ rate }}.') : state)),
    };
    expect(await publish(told, { mode: 'move', targets: {} })).toMatchObject({ moved: 1 });
    call.answer();
    await handled(contactId, 2);
    await call.close();
    expect(await sessionOf(contactId)).toMatchObject({ flow_version: 2, inside: 2, state_id: 'asking' });
    expect(call.keys).toHaveLength(2);
    expect(new Set(call.keys).size).toBe(1); // the same call, for whoever was called
    const { rows } = await runtime.db.query<{ text: string }>(
      `SELECT content->>'text' AS text FROM messages WHERE contact_id = $1 AND direction = 'out'`,
      [contactId],
    );
    expect(rows.map(({ text }) => text).filter((text) => text.includes('8.5'))).toEqual([
      expect.stringMatching(/^Now 8\.5\./),
    ]);
    const turns = await runtime.db.query(
      `SELECT flow_version, count(*)::int AS turns FROM turns WHERE contact_id = $1 AND seq > 1 GROUP BY 1`,
      [contactId],
    );
    expect(turns.rows).toEqual([{ flow_version: 2, turns: 2 }]);
  });

  test('handed over writes nothing, and its message begins a new conversation', async () => {
    const call = await openCall();
    const contactId = await talk({ port: call.port });
    const { id } = await sessionOf(contactId);
    await send(contactId, 'Outside');
    await call.begun();
    expect(await publish(greeting('Second'), { mode: 'handOver' })).toMatchObject({ handedOver: 1 });
    call.answer();
    await handled(contactId, 2);
    await call.close();
    const { rows } = await runtime.db.query(
      'SELECT seq, input->>$2 AS input FROM turns WHERE session_id = $1 ORDER BY seq',
      [id, 'type'],
    );
    expect(rows).toEqual([
      { seq: 1, input: 'started' },
      { seq: 2, input: 'timedOut' },
    ]);
    expect(await sessionOf(contactId)).toMatchObject({ status: 'active', flow_version: 2 });
  });
});

async function loadProduct() {
  const [{ insertFlow }, drafts, { publishDraft }, { rollBack }, remaining, { selectPeople }] = await Promise.all([
    import('../store'),
    import('../drafts/store'),
    import('../publish'),
    import('../versions/roll-back'),
    import('./treat-remaining-people'),
    import('./store'),
  ]);
  const [{ startSimulation }, { acceptSimulated }, { readConversation }] = await Promise.all([
    import('../../conversation/start-simulation'),
    import('../../conversation/accept-simulated'),
    import('../../conversation/read-conversation'),
  ]);
  const { saveDraft, readDraftRevision } = drafts;
  const { treatRemainingPeople } = remaining;
  return {
    ...{ insertFlow, saveDraft, readDraftRevision, publishDraft, rollBack, treatRemainingPeople, selectPeople },
    ...{ startSimulation, acceptSimulated, readConversation },
  };
}

async function publish(document: Flow, plan: PeoplePlan) {
  const { revision } = (await product.readDraftRevision(flow.id)) ?? { revision: 0 };
  const saved = await product.saveDraft(flow.id, document, revision);
  if (!saved) throw new Error('The draft was not saved.');
  const draft = { flowId: flow.id, revision: saved.revision, note: '', author: '' };
  const published = await product.publishDraft({ ...draft, people: plan });
  if (!published.ok) throw new Error(JSON.stringify(published.issues));
  return published;
}

/** The flow with other words for an answer that it has not understood. */
function greeting(words: string): Flow {
  const again = (state: Flow['states'][number]) =>
    state.type === 'choose' ? { ...state, data: { ...state.data, again: { en: `${words}: heard you.` } } } : state;
  return { ...flow, states: flow.states.map(again) };
}

function saying(state: Flow['states'][number], text: string): Flow['states'][number] {
  return state.type === 'say' ? { ...state, data: { message: { type: 'text', text: { en: text } } } } : state;
}

/** A contact who has had the first turn on version 1. */
async function talk(slots: Readonly<Record<string, number>> = {}): Promise<string> {
  const place = { name: null, language: 'en', flowId: flow.id, flowVersion: 1, state: null, slots };
  const { id } = await product.startSimulation(place);
  if (Object.keys(slots).length === 0) await say(id, 'Hello');
  else await handled(id, 1);
  return id;
}

async function say(contactId: string, text: string): Promise<void> {
  const { rows } = await runtime.db.query<{ count: number }>(
    'SELECT count(*)::int FROM inbox_entries WHERE contact_id = $1',
    [contactId],
  );
  await send(contactId, text);
  await handled(contactId, (rows[0]?.count ?? 0) + 1);
}

function send(contactId: string, text: string) {
  return product.acceptSimulated({ contactId, clientId: crypto.randomUUID(), content: { type: 'text', text } });
}

async function handled(contactId: string, count: number): Promise<void> {
  await runtime.until(
    `SELECT 1 FROM inbox_entries WHERE contact_id = $1 HAVING count(*) FILTER (WHERE status = 'handled') = $2`,
    [contactId, count],
  );
}

type SessionRow = {
  readonly id: string;
  readonly flow_version: number;
  readonly inside: number;
  readonly status: string;
  readonly state_id: string;
  readonly wait_id: string | null;
  readonly version: number;
  readonly session: unknown;
};

/** A contact's newest session; `inside` is the version that the engine reads. */
function sessionOf(contactId: string): Promise<SessionRow> {
  return runtime.until<SessionRow>(
    `SELECT id, flow_version, (state->>'flowVersion')::int AS inside, status, state_id, wait_id, version,
       state - 'flowVersion' AS session
     FROM flow_sessions WHERE contact_id = $1 ORDER BY started_at DESC LIMIT 1`,
    [contactId],
  );
}

async function lastSaid(contactId: string): Promise<string> {
  const { text } = await runtime.until<{ text: string }>(
    `SELECT content->>'text' AS text FROM messages WHERE contact_id = $1 AND direction = 'out' ORDER BY position DESC LIMIT 1`,
    [contactId],
  );
  return text;
}

function people() {
  return product.selectPeople(flow.id);
}

/** A service that answers when it is told to. */
async function openCall() {
  const keys: string[] = [];
  const [gate, first] = [createSignal(), createSignal()];
  const service = createServer(async (request, response) => {
    keys.push(String(request.headers['idempotency-key']));
    first.give();
    await gate.given;
    response.end(JSON.stringify({ rate: 8.5 }));
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const address = service.address();
  return {
    keys,
    port: typeof address === 'object' && address ? address.port : 0,
    begun: () => first.given,
    answer: gate.give,
    close: () => new Promise((resolve) => service.close(resolve)),
  };
}

function createSignal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
