import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import type { Flow } from '../schema/flow';
import { parseFlow } from '../schema/parse-flow';
import type { Session } from '../schema/session';
import type { TurnInput } from '../schema/turn-input';
import { loadReader } from '../understanding/load-reader';
import type { ConversationTurn, World } from './conversation';
import { beginScenario, playStep, type ScenarioStep } from './play-step';
import { recordedConversation, type StoredTurn } from './recorded-conversation';
import { replayConversation } from './replay-conversation';
import { type Scenario, scenario, scenarioFile } from './scenario';

const library = ['loan-against-property', 'collect-address'].map((id) =>
  flowOf(JSON.parse(readFileSync(path.resolve(`flows/library/${id}.json`), 'utf8'))),
);
const world: World = {
  subflows: Object.fromEntries(library.map((flow) => [flow.id, flow])),
  reader: loadReader(),
  packs: languages,
  facts: defaultProductFacts,
};

describe('every shipped scenario, recorded and played again', () => {
  const files = readdirSync('flows/scenarios').filter((name) => name.endsWith('.json'));
  test.each(files)('goes the same way in %s', (file) => {
    const content: unknown = JSON.parse(readFileSync(path.join('flows/scenarios', file), 'utf8'));
    for (const one of scenarioFile.parse(content).scenarios) {
      const flow = library.find(({ id }) => id === one.flow);
      if (!flow) throw new Error(`There is no flow ${one.flow}.`);
      for (const { session, turns } of record(one, flow)) {
        const recorded = recordedConversation(session, turns, flow.start);
        if (!recorded) throw new Error(`"${one.name}" is no whole record.`);
        expect({ name: one.name, ...replayConversation(flow, recorded, world) }).toEqual({
          name: one.name,
          type: 'same',
        });
      }
    }
  });
});

const at = { x: 0, y: 0 };
const text = (words: string) => ({ type: 'text', text: { en: words } });
const callAndWait = flowOf({
  schemaVersion: 1,
  id: 'call-and-wait',
  name: 'Call and wait',
  languages: ['en', 'hi'],
  defaultLanguage: 'en',
  start: 'rate',
  variables: [{ name: 'offered_rate', kind: 'number' }],
  states: [
    {
      id: 'rate',
      type: 'call',
      position: at,
      data: { url: 'https://rates.example.com', save: [{ slot: 'offered_rate', path: 'rate' }] },
    },
    {
      id: 'told',
      type: 'converse',
      position: at,
      data: { ask: [text('{{ offered_rate }}%. All right?')], timeoutSeconds: 3600 },
    },
    { id: 'away', type: 'say', position: at, data: { message: text('Until later.') } },
    { id: 'done', type: 'end', position: at, data: {} },
  ],
  transitions: [
    { id: 'ok', from: 'rate', outcome: 'ok', to: 'told' },
    { id: 'failed', from: 'rate', outcome: 'failed', to: 'told' },
    { id: 'silence', from: 'told', outcome: 'timeout', to: 'away' },
    { id: 'away', from: 'away', outcome: 'next', to: 'done' },
  ],
});

describe('a recorded conversation on a changed flow', () => {
  const played = replayOf({
    steps: [{ said: 'Hello' }, { effect: { ok: true, status: 200, body: { rate: 9 } } }, { passes: 'PT1H' }],
  });

  it('is the same while nothing changes, with the timers and effects of its own', () => {
    expect(played((flow) => flow)).toEqual({ type: 'same' });
  });

  it('says other words on the same way, and where first', () => {
    expect(played((flow) => withData(flow, 'away', { message: text('Good night.') }))).toMatchObject({
      type: 'other',
      way: null,
      said: { seq: 3, heard: [], was: { said: ['Until later.'] }, is: { said: ['Good night.'] } },
    });
  });

  it('goes another way, and words that differed before are told apart', () => {
    const changed = (flow: Flow): Flow => ({
      ...withData(flow, 'told', { ask: [text('Well?')], timeoutSeconds: 60 }),
      transitions: flow.transitions.map((one) => (one.id === 'silence' ? { ...one, to: 'done' } : one)),
    });
    expect(played(changed)).toMatchObject({
      type: 'other',
      way: {
        seq: 3,
        was: { state: 'done', transitions: ['silence', 'away'] },
        is: { state: 'done', transitions: ['silence'] },
      },
      said: { seq: 2, was: { said: ['9%. All right?'] }, is: { said: ['Well?'] } },
    });
  });

  it('stays where it is when the timer or the call is gone', () => {
    expect(played((flow) => withData(flow, 'told', { ask: [text('{{ offered_rate }}%. All right?')] }))).toMatchObject({
      type: 'other',
      way: { seq: 3, is: { state: 'told', transitions: [], said: [] } },
    });
    expect(played((flow) => ({ ...flow, start: 'told' }))).toMatchObject({ way: { seq: 1, is: { state: 'told' } } });
  });

  it('is broken by a circle, and by a beginning that is gone', () => {
    const circle = (flow: Flow): Flow => ({
      ...flow,
      transitions: flow.transitions.map((one) => (one.id === 'away' ? { ...one, to: 'away' } : one)),
    });
    expect(played(circle)).toEqual({ type: 'broken', reason: 'It goes round without a wait: away.' });
    const begun = replayOf({ startAt: { state: 'away', slots: {} }, steps: [{ said: 'Hello' }] });
    expect(begun((flow) => flow)).toEqual({ type: 'same' });
    expect(begun((flow) => ({ ...flow, states: flow.states.filter(({ id }) => id !== 'away') }))).toMatchObject({
      type: 'broken',
      reason: expect.stringContaining('"away"'),
    });
  });
});

describe('a record', () => {
  const one = scenario.parse({
    name: 'Known before',
    flow: callAndWait.id,
    language: 'hi',
    now: '2026-11-24T11:00:00+05:30',
    startAt: { state: 'told', slots: { offered_rate: 8, loan_purpose: 'business' } },
    steps: [{ said: 'I have a house in Mysuru' }, { said: 'Good' }],
  });
  const [recording] = record(one, callAndWait);
  const { session, turns } = recording ?? { session: undefined, turns: [] };
  if (!session) throw new Error('Nothing was recorded.');

  it('knows how the conversation began', () => {
    const recorded = recordedConversation(session, turns, callAndWait.start);
    expect(recorded).toMatchObject({ language: 'hi', startState: 'told' });
    expect(Object.keys(recorded?.slots ?? {}).toSorted()).toEqual(['loan_purpose', 'offered_rate']);
    expect(recordedConversation(session, turns, 'told')?.startState).toBeNull();
  });

  it('ends before the session was handed over because its version was replaced', () => {
    const last = turns.at(-1);
    if (!last) throw new Error('Nothing was recorded.');
    const handedOver: StoredTurn = {
      ...last,
      seq: last.seq + 1,
      stateBefore: last.stateAfter,
      input: { type: 'timedOut', waitId: 'flow.replaced@2' },
      events: [{ type: 'session.ended', state: last.stateAfter, reason: 'flow.replaced' }],
    };
    expect(recordedConversation(session, [...turns, handedOver], 'rate')?.turns).toHaveLength(turns.length);
  });

  it('with a gap, of a session that was moved, or of another release is none', () => {
    expect(recordedConversation(session, turns.slice(1), 'rate')).toBeNull();
    expect(recordedConversation(session, [], 'rate')).toBeNull();
    expect(
      recordedConversation(
        session,
        turns.map((turn) => ({ ...turn, stateBefore: 'elsewhere' })),
        'rate',
      ),
    ).toBeNull();
    expect(
      recordedConversation(
        session,
        turns.map((turn) => ({ ...turn, input: { type: 'new' } })),
        'rate',
      ),
    ).toBeNull();
  });
});

function replayOf(told: Partial<Scenario> | Readonly<Record<string, unknown>>) {
  const one = scenario.parse({ name: 'one', flow: callAndWait.id, now: '2026-11-24T11:00:00+05:30', ...told });
  return (change: (flow: Flow) => Flow) => {
    const [recording] = record(one, callAndWait);
    const recorded = recording && recordedConversation(recording.session, recording.turns, callAndWait.start);
    if (!recorded) throw new Error('Nothing was recorded.');
    return replayConversation(change(callAndWait), recorded, world);
  };
}

function withData(flow: Flow, id: string, data: object): Flow {
  return flowOf({ ...flow, states: flow.states.map((state) => (state.id === id ? { ...state, data } : state)) });
}

function flowOf(document: unknown): Flow {
  const parsed = parseFlow(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}

type Recording = { readonly session: Session; readonly turns: readonly StoredTurn[] };

/** A scenario as the database would keep it: one recording for each session that it has. */
function record(one: Scenario, flow: Flow): Recording[] {
  const conversation = beginScenario(one, flow, world);
  const taken: { turn: ConversationTurn; effect: ScenarioStep['effect'] }[] = [];
  if (one.startedBy === 'business') taken.push({ turn: conversation.begin(), effect: undefined });
  for (const step of one.steps) {
    taken.push(...playStep(step, conversation).map((turn) => ({ turn, effect: step.effect })));
  }
  const recordings = new Map<string, { session: Session; turns: StoredTurn[] }>();
  for (const { turn, effect } of taken) {
    const { session, events } = turn;
    const before = recordings.get(session.id);
    if (before?.session.turn === session.turn) continue; // the engine refused the input, and no record is made
    const input = inputOf(turn, before?.session, effect);
    const stored = {
      seq: session.turn,
      at: session.updatedAt,
      stateBefore: before?.session.state ?? null,
      stateAfter: session.state,
    };
    const read: Pick<StoredTurn, 'input' | 'events'> = JSON.parse(JSON.stringify({ input, events }));
    recordings.set(session.id, { session, turns: [...(before?.turns ?? []), { ...stored, ...read }] });
  }
  return [...recordings.values()];
}

function inputOf({ reply }: ConversationTurn, before: Session | undefined, effect: ScenarioStep['effect']): TurnInput {
  if (!before) return { type: 'started', by: reply ? 'contact' : 'business', reply };
  if (reply) return { type: 'replied', reply };
  const waitId = before.wait?.id ?? '';
  return effect ? { type: 'effectSettled', waitId, result: effect } : { type: 'timedOut', waitId };
}
