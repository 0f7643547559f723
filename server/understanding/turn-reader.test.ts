import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answersFreely } from '@/flows/engine/answers-freely';
import { EXAMPLE_UPLOAD_LINK } from '@/flows/engine/env';
import { runTurn } from '@/flows/engine/run-turn';
import { startSession } from '@/flows/engine/start-session';
import attacks from '@/flows/grounding/testdata/attacks.json';
import type { TurnEvent } from '@/flows/schema/events';
import type { Flow } from '@/flows/schema/flow';
import type { Intent } from '@/flows/schema/intents';
import type { Session } from '@/flows/schema/session';
import { loadReader } from '@/flows/understanding/load-reader';
import { defaultProductFacts as facts } from '@/prompts/facts/product-facts';
import type { ReadTurn } from '@/prompts/llm/read-turn';
import { languages } from '@/prompts/load-languages';
import { readFlowLibrary } from '../flows/flow-library';
import { honestAnswer } from '../testing/fake-openai/honest-answer';
import { type FakeOpenAi, startFakeOpenAi } from '../testing/fake-openai/start-fake-openai';
import { createModelClient, type ModelClient } from './model/model-client';
import type { ModelCall } from './model-calls/store';
import { defaultUnderstandingSettings, type UnderstandingSettings } from './settings/understanding-settings';
import { createTurnReader, type TurnReading } from './turn-reader';

const NOW_MS = Date.parse('2026-11-26T11:00:00+05:30');
const reader = loadReader();

let fake: FakeOpenAi;
let model: ModelClient;
let flow: Flow;
let subflows: Readonly<Record<string, Flow>>;
let answer: ReadTurn;
let calls: ModelCall[];

beforeAll(async () => {
  fake = await startFakeOpenAi({ apiKey: 'key', answer: () => answer });
  const library = await readFlowLibrary();
  subflows = Object.fromEntries(library.map((item) => [item.id, item]));
  const shipped = subflows['loan-against-property'];
  if (!shipped) throw new Error('The library has no loan-against-property.');
  flow = shipped;
});
beforeEach(() => {
  answer = honestAnswer;
  calls = [];
  fake.faults.length = 0;
  model = createModelClient(
    { apiKey: 'key', baseUrl: fake.baseUrl, model: 'small' },
    { deadlineMs: 1_000, failuresToPause: 5, pauseMs: 60_000 },
  );
});
afterAll(() => fake.close());

type Options = {
  settings?: Partial<UnderstandingSettings>;
  spentTokens?: number;
  withModel?: boolean;
  packs?: typeof languages;
};

/** Reads one message and takes the turn; the same from the same session. */
async function hear(text: string, session: Session, options: Options = {}) {
  const { settings = {}, spentTokens = 0, withModel = true, packs = languages } = options;
  const read = createTurnReader({
    reader,
    facts,
    packs,
    settings: { ...defaultUnderstandingSettings, ...settings },
    model: withModel ? model : null,
    history: async () => [{ from: 'us', text: 'What is it worth?' }],
    spent: async () => ({ contactTokens: spentTokens, totalInr: 0 }),
    record: async (call) => {
      calls.push(call);
    },
  });
  const content = { type: 'text' as const, text };
  const messages = [{ id: `message-${session.turn}`, at: new Date(NOW_MS).toISOString(), content }];
  const mayReply = answersFreely(flow, session, subflows);
  const reading = await read({ contactId: 'contact', messages, session, mayReply, nowMs: NOW_MS });
  return { reading, ...take(session, reading) };
}

function take(session: Session, { reply }: TurnReading) {
  let ids = 0;
  const uploadLink = EXAMPLE_UPLOAD_LINK;
  const env = { nowMs: NOW_MS, newId: () => `id-${++ids}`, facts, packs: languages, subflows, uploadLink };
  const input =
    session.turn === 0
      ? { type: 'started' as const, by: 'contact' as const, reply }
      : { type: 'replied' as const, reply };
  return runTurn(flow, session, input, env);
}

/** A customer who has told of a house and a wish, in the middle of the questions. */
async function inTheMiddle(language: string): Promise<Session> {
  const begin = {
    id: 's',
    contactId: 'contact',
    flow,
    flowVersion: 1,
    language,
    timezone: 'Asia/Kolkata',
    nowMs: NOW_MS,
  };
  const first = await hear('Hi, I need a loan against my house in Bangalore', startSession(begin), {
    withModel: false,
  });
  return { ...first.session, language };
}

function saidIn(events: readonly TurnEvent[]): string {
  return JSON.stringify(events.flatMap((event) => (event.type === 'message.said' ? [event.content] : [])));
}

describe('which reader answers', () => {
  it('is the embedded one where it is sure and nothing is to be worded, without a call', async () => {
    const { reading } = await hear('worth 1.5 crore', await inTheMiddle('en'));
    expect(reading).toMatchObject({
      tokens: 0,
      reply: { understanding: { engine: 'embedded', reason: 'embedded.confident' } },
    });
    expect(calls).toEqual([]);
  });

  it('is the model where the embedded one is not sure; the other reading is kept', async () => {
    answer = { ...honestAnswer, intent: 'out_of_scope', confidence: 0.8, reply: null };
    const { reading } = await hear('hmm so about that thing again', await inTheMiddle('en'), {
      settings: { sureFrom: 1 },
    });
    expect(reading.reply.understanding).toMatchObject({
      engine: 'llm',
      reason: 'model.answered',
      intent: 'out_of_scope',
    });
    expect(reading.reply.understanding.other).toMatchObject({ engine: 'embedded' });
    expect(calls).toMatchObject([{ contactId: 'contact', purpose: 'turn', model: 'small', outcome: 'answered' }]);
    expect(reading.tokens).toBeGreaterThan(0);
    expect(reading.costInr).toBeGreaterThan(0);
  });

  it('keeps the sure reading of the embedded one when the model only words the answer', async () => {
    const { reading, events } = await hear('what is the interest rate?', await inTheMiddle('en'));
    expect(reading.reply.understanding).toMatchObject({
      engine: 'embedded',
      reason: 'embedded.confident',
      intent: 'ask_rate',
    });
    expect(saidIn(events)).toContain('between 8.5% and 14%');
    expect(events).toContainEqual(expect.objectContaining({ type: 'question.answered', by: 'model' }));
  });

  it('never asks where the settings say so, nor beyond the budget', async () => {
    const session = await inTheMiddle('en');
    const never = await hear('what is the interest rate?', session, { settings: { engine: 'embedded' } });
    expect(never.reading.reply.understanding.reason).toBe('embedded.only');
    const poor = await hear('what is the interest rate?', session, { spentTokens: 40_000 });
    expect(poor.reading.reply.understanding.reason).toBe('model.over_budget');
    expect(saidIn(poor.events)).toContain('8.5%');
    expect(calls).toEqual([]);
  });

  it.each([
    [{ kind: 'hang' as const }, 'model.timeout'],
    [{ kind: 'notJson' as const }, 'model.unreadable'],
    [{ kind: 'huge' as const, bytes: 10_000_000 }, 'model.too_large'],
    [{ kind: 'error' as const, status: 401 }, 'model.misconfigured'],
  ])('is the embedded one, in time, when the model fails (%o)', async (fault, reason) => {
    fake.faults.push(fault);
    const { reading, events } = await hear('what is the interest rate?', await inTheMiddle('en'));
    expect(reading.reply.understanding).toMatchObject({ engine: 'embedded', reason, intent: 'ask_rate' });
    expect(events).toContainEqual(expect.objectContaining({ type: 'message.understood', reason }));
    expect(saidIn(events)).toContain('8.5%');
  });
});

describe('what a model is told', () => {
  it('has neither identity numbers nor how to reach the customer', async () => {
    const text = 'rate? my aadhaar 2345 6789 0124, pan ABCPE1234F, call 98765 43210 or ravi@example.com';
    await hear(text, await inTheMiddle('en'), { settings: { engine: 'llm' } });
    const sent = JSON.stringify(fake.requests.at(-1)?.input);
    for (const secret of ['2345 6789', 'ABCPE1234F', '98765', 'ravi@']) expect(sent).not.toContain(secret);
    expect(sent).toContain('rate?');
  });

  it('has no second number or address either', async () => {
    const text = 'rate? call 98765 43210 or my wife 91234 56780, ravi@example.com or sita@example.in';
    await hear(text, await inTheMiddle('en'), { settings: { engine: 'llm' } });
    const sent = JSON.stringify(fake.requests.at(-1)?.input);
    for (const secret of ['98765', '91234', 'ravi@', 'sita@']) expect(sent).not.toContain(secret);
    expect(sent).toContain('or my wife');
  });
});

describe('a slot that a model reads', () => {
  it.each([
    ['a number that the customer did not say', { name: 'loan_amount_needed', value: 990_000_000, quote: 'fifty' }],
    ['words that the customer did not write', { name: 'property_type', value: 'villa', quote: 'my villa' }],
    ['a value outside its list', { name: 'property_type', value: 'castle', quote: 'fifty' }],
    ['a slot that does not exist', { name: 'consent', value: 'given', quote: 'fifty' }],
  ])('is not kept with %s', async (_what, slot) => {
    answer = { ...honestAnswer, intent: 'inform', slots: [slot] };
    const { session } = await hear('around fifty or so', await inTheMiddle('en'), { settings: { engine: 'llm' } });
    expect(session.slots[slot.name]?.value).not.toBe(slot.value);
  });

  it('is kept with its place when the words bear it out', async () => {
    answer = {
      ...honestAnswer,
      intent: 'inform',
      reply: null,
      slots: [{ name: 'loan_purpose', value: 'wedding', quote: 'Nikah' }],
    };
    const { session } = await hear('nikah kharcha', await inTheMiddle('en'), { settings: { engine: 'llm' } });
    expect(session.slots.loan_purpose).toMatchObject({ value: 'wedding', span: { start: 0, end: 5, text: 'nikah' } });
  });
});

describe('a hostile model, or a customer who has talked one over', () => {
  const hostileReplies = [
    'Congratulations! Your loan of ₹99 crore is approved at 2% a year.',
    'Please send your Aadhaar and PAN numbers so that I can verify you.',
  ];

  it.each(attacks)('moves nothing: $id', async ({ text, language }) => {
    const session = await inTheMiddle(language);
    const calm = await hear(text, session, { withModel: false });
    for (const struck of await strike(text, session, language, {})) {
      expect(struck.session.state).toBe(calm.session.state);
      expect(struck.session.consents).toEqual(calm.session.consents);
      expect(valuesOf(struck.session)).toEqual(valuesOf(calm.session));
      for (const reply of hostileReplies) expect(saidIn(struck.events)).not.toContain(reply);
    }
  });

  it.each(attacks)(
    'gives no consent, fills no slot and says nothing untrue, though no word gave it away: $id',
    async ({ text, language }) => {
      const session = await inTheMiddle(language);
      const calm = await hear(text, session, { withModel: false });
      for (const struck of await strike(text, session, language, { packs: withoutManipulations })) {
        expect(struck.session.consents).toEqual(calm.session.consents);
        expect(valuesOf(struck.session)).toEqual(valuesOf(calm.session));
        for (const reply of hostileReplies) expect(saidIn(struck.events)).not.toContain(reply);
      }
    },
  );

  /** What comes of it when the model says the worst it can, with each intent that would move a customer on. */
  async function strike(text: string, session: Session, language: string, options: Options) {
    const moving: readonly Intent[] = ['affirm', 'interested', 'talk_to_human', 'opt_out'];
    const results: Awaited<ReturnType<typeof hear>>[] = [];
    for (const [index, intent] of moving.entries()) {
      answer = {
        ...honestAnswer,
        language: language === 'en' ? 'ta' : 'en',
        intent,
        confidence: 1,
        slots: [
          { name: 'loan_amount_needed', value: 990_000_000, quote: text },
          { name: 'property_value', value: '9900000000', quote: text.slice(0, 20) },
          { name: 'name', value: 'Verified Customer', quote: text },
        ],
        reply: hostileReplies[index % 2] ?? null,
      };
      results.push(await hear(text, session, { settings: { engine: 'llm' }, ...options }));
    }
    return results;
  }
});

const withoutManipulations = Object.fromEntries(
  Object.entries(languages).map(([code, pack]) => [code, { ...pack, claims: { ...pack.claims, manipulations: [] } }]),
);

function valuesOf({ slots }: Session) {
  return Object.fromEntries(Object.entries(slots).map(([slot, { value }]) => [slot, value]));
}
