import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { EXAMPLE_UPLOAD_LINK } from '../engine/env';
import { runTurn } from '../engine/run-turn';
import { startSession } from '../engine/start-session';
import { makeReply } from '../engine/testdata/make-reply';
import type { TurnEvent } from '../schema/events';
import { type Flow, flow as flowSchema } from '../schema/flow';
import { intent } from '../schema/intents';
import { type Session, session as sessionSchema } from '../schema/session';
import { slotName, slotValue } from '../schema/slots';
import type { Reply, TurnInput } from '../schema/turn-input';
import { type StateType, stateTypes } from '.';

// One golden file for each state type: what its example offers, and what entering and resuming it does in the engine.
// `cases` are written by hand, the rest by UPDATE_GOLDEN=1 (and `npm run fix`), and then read before it is kept.

const NOW_MS = Date.parse('2026-11-23T10:00:00+05:30');
const isUpdating = process.env.UPDATE_GOLDEN === '1';
const types = Object.values(stateTypes).map(({ type }) => type);

const move = z.strictObject({
  replied: z
    .strictObject({ intent: intent.default('inform'), text: z.string().default('…'), tap: z.string().optional() })
    .extend({ slots: z.record(slotName, slotValue).default({}), draft: z.string().nullable().default(null) })
    .optional(),
  timedOut: z.literal(true).optional(),
  settled: z.json().optional(),
});
const goldenFile = z.strictObject({
  offers: z.json().optional(),
  cases: z
    .array(
      z.strictObject({
        name: z.string(),
        /** The outcomes that lead to the end; the others lead nowhere. */
        connected: z.array(z.string()).default([]),
        /** Beside or instead of the example's data; null takes a field away. */
        data: z.record(z.string(), z.json()).default({}),
        moves: z.array(move).default([]),
        turns: z.array(z.json()).optional(),
      }),
    )
    .min(1),
});
type GoldenCase = z.infer<typeof goldenFile>['cases'][number];

describe.each(types)('the state type %s', (type) => {
  const file = path.join(import.meta.dirname, 'testdata', `${type}.json`);

  it('has a golden file', () => {
    expect(existsSync(file), `write ${path.basename(file)} with at least one case, then run UPDATE_GOLDEN=1`).toBe(
      true,
    );
  });

  it('offers what the golden file says, and does it', () => {
    const golden = goldenFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    const actual = {
      offers: offersOf(type),
      cases: golden.cases.map((given) => ({ ...given, turns: play(type, given) })),
    };
    if (isUpdating) writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
    const kept = goldenFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(actual.offers).toEqual(kept.offers);
    expect(actual.cases).toEqual(kept.cases);
  });

  it('only takes outcomes that it names', () => {
    const golden = goldenFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    const named = new Set(boundExample(type).outcomes.map(({ id }) => id));
    for (const given of golden.cases) {
      if (Object.keys(given.data).length > 0) continue;
      for (const outcome of given.connected) expect(named).toContain(outcome);
    }
    expect(named.size).toBe(boundExample(type).outcomes.length);
  });
});

function boundExample(type: StateType) {
  return stateTypes[type].bind(stateTypes[type].example);
}

/** What the rest of the program asks of a state, from its example. */
function offersOf(type: StateType) {
  const { example, schema } = stateTypes[type];
  expect(schema.safeParse({ id: 'subject', type, position: { x: 0, y: 0 }, data: example }).success).toBe(true);
  const bound = boundExample(type);
  return {
    waits: bound.waits,
    repeats: bound.repeat !== null,
    outcomes: bound.outcomes.map(({ id, optional }) => (optional ? `${id}?` : id)).join(' '),
    texts: bound.texts.map((text) => `${text.path}: ${text.use}`),
    expressions: bound.expressions.map((item) => `${item.path}: ${item.expression}`),
    slots: [...bound.slots],
    choices: bound.choices.map(({ id }) => id),
    summary: bound.summary('en'),
  };
}

function play(type: StateType, { data, connected, moves }: GoldenCase): z.infer<ReturnType<typeof z.json>>[] {
  const merged = Object.entries({ ...stateTypes[type].example, ...data }).filter(([, value]) => value !== null);
  const flow = flowAround(type, Object.fromEntries(merged), connected);
  let session: Session = startSession({
    id: 'session-1',
    contactId: 'contact-1',
    flow,
    flowVersion: 1,
    language: 'en',
    timezone: 'Asia/Kolkata',
    nowMs: NOW_MS,
  });
  let ids = 0;
  const env = {
    newId: () => `wait-${++ids}`,
    facts: defaultProductFacts,
    packs: languages,
    subflows: { 'collect-address': flowAround('say', stateTypes.say.example, ['next']) },
    uploadLink: EXAMPLE_UPLOAD_LINK,
  };
  const take = (input: TurnInput, turn: number) => {
    const result = runTurn(flow, session, input, { ...env, nowMs: NOW_MS + turn * 60_000 });
    session = sessionSchema.parse(JSON.parse(JSON.stringify(result.session)));
    return z.json().parse(JSON.parse(JSON.stringify({ events: result.events.map(told), wait: session.wait })));
  };
  const turns = [take({ type: 'started', by: 'business', reply: null }, 0)];
  for (const [index, next] of moves.entries()) turns.push(take(inputOf(next, session, index + 1), index + 1));
  return turns;
}

/** The type as the field, so that a reader sees at a glance what happened. */
function told({ type, ...facts }: TurnEvent) {
  return { [type]: facts };
}

function flowAround(type: StateType, data: unknown, connected: readonly string[]): Flow {
  return flowSchema.parse({
    schemaVersion: 1,
    id: 'golden',
    name: 'Golden',
    languages: ['en', 'kn'],
    defaultLanguage: 'en',
    start: 'subject',
    states: [
      { id: 'subject', type, position: { x: 0, y: 0 }, data },
      { id: 'over', type: 'end', position: { x: 0, y: 0 }, data: {} },
    ],
    transitions: connected.map((outcome) => ({ id: outcome, from: 'subject', outcome, to: 'over' })),
    variables: [
      { name: 'ltv_percent', kind: 'number' },
      { name: 'offered_rate', kind: 'number' },
    ],
  });
}

function inputOf(given: z.infer<typeof move>, session: Session, index: number): TurnInput {
  const waitId = session.wait?.id ?? '';
  if (given.timedOut) return { type: 'timedOut', waitId };
  if (given.settled !== undefined) {
    const result = z
      .discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), status: z.int(), body: z.json() }),
        z.strictObject({ ok: z.literal(false), code: z.string() }),
      ])
      .parse(given.settled);
    return { type: 'effectSettled', waitId, result };
  }
  return { type: 'replied', reply: replyOf(given.replied ?? move.shape.replied.unwrap().parse({}), index) };
}

function replyOf(given: NonNullable<z.infer<typeof move>['replied']>, index: number): Reply {
  const { intent, text, tap, slots, draft } = given;
  const content =
    tap === undefined ? { type: 'text' as const, text } : { type: 'choice' as const, id: tap, title: text };
  return makeReply({ intent, slots, content, draft, messageId: `message-${index}` });
}
