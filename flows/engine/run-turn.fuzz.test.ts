import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { BACK, type Flow, flow as flowSchema } from '../schema/flow';
import { intents } from '../schema/intents';
import { type Session, session as sessionSchema } from '../schema/session';
import type { TurnInput } from '../schema/turn-input';
import { type StateType, stateTypes } from '../states';
import { EXAMPLE_UPLOAD_LINK } from './env';
import { limits } from './limits';
import { runTurn } from './run-turn';
import { startSession } from './start-session';
import { makeReply } from './testdata/make-reply';

const NOW_MS = Date.parse('2026-11-23T10:00:00+05:30');
const types = Object.keys(stateTypes).filter((type): type is StateType => type in stateTypes);

it('never throws and always leaves a session that can go on, whatever is drawn and whatever is said', () => {
  fc.assert(
    fc.property(anyFlow, fc.array(anyMove, { minLength: 1, maxLength: 12 }), (flow, moves) => {
      let session: Session = startSession({
        id: 'session-1',
        contactId: 'contact-1',
        flow,
        flowVersion: 1,
        language: 'en',
        timezone: 'Asia/Kolkata',
        nowMs: NOW_MS,
      });
      for (const move of [{ type: 'start' as const }, ...moves]) {
        const { session: next, events } = runTurn(flow, session, inputOf(move, session), env(flow));
        expect(events.filter((event) => event.type === 'state.entered').length).toBeLessThanOrEqual(
          limits.statesPerTurn,
        );
        expect(next.status === 'active').toBe(next.wait !== null);
        expect(next.calls.length).toBeLessThanOrEqual(limits.subflowDepth);
        session = sessionSchema.parse(JSON.parse(JSON.stringify(next)));
      }
      expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted');
    }),
    { numRuns: 400 },
  );
});

const ids = ['s0', 's1', 's2', 's3', 's4', 's5'] as const;
const anyId = fc.constantFrom(...ids);
const outcomes = [
  'next',
  'else',
  'filled',
  'gave_up',
  'returned',
  'missing',
  'ok',
  'failed',
  'complete',
  'replied',
  'timeout',
  'case:large',
  'variant:a',
  'choice:salaried',
  'family:interested',
  'family:objection',
  'intent:greet',
];

/** Every state type's own example, joined at random: circles, dead ends, and ways back from nowhere among them. */
const anyFlow: fc.Arbitrary<Flow> = fc
  .record({
    types: fc.array(fc.constantFrom(...types), { minLength: ids.length, maxLength: ids.length }),
    transitions: fc.array(
      fc.record({
        from: anyId,
        outcome: fc.constantFrom(...outcomes),
        to: fc.oneof({ weight: 9, arbitrary: anyId }, { weight: 1, arbitrary: fc.constant(BACK) }),
        remember: fc.boolean(),
        condition: fc.option(fc.constantFrom('visits > 1', 'known(property_value)', 'no sense (', '1 / 0 > 2'), {
          nil: undefined,
        }),
      }),
      { maxLength: 40 },
    ),
    rule: anyId,
    remember: fc.boolean(),
  })
  .map(({ types: chosen, transitions, rule, remember }) =>
    flowSchema.parse({
      schemaVersion: 1,
      id: 'any',
      name: 'Any',
      languages: ['en', 'kn'],
      defaultLanguage: 'en',
      start: 's0',
      states: chosen.map((type, index) => ({
        id: ids[index],
        type,
        position: { x: 0, y: 0 },
        data: type === 'subflow' ? { flowId: 'any' } : stateTypes[type].example,
      })),
      transitions: transitions.map((transition, index) => ({ id: `t${index}`, ...transition })),
      rules: [{ id: 'complaint', intents: ['complaint'], action: { type: 'goTo', to: rule, remember } }],
    }),
  );

type Move =
  | { type: 'start' }
  | {
      type: 'reply';
      intent: (typeof intents)[number];
      slot: string;
      value: string | number;
      language: string;
      tap: boolean;
    }
  | { type: 'time'; fresh: boolean }
  | { type: 'effect'; ok: boolean };

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    type: fc.constant('reply' as const),
    intent: fc.constantFrom(...intents),
    slot: fc.constantFrom(
      'property_location',
      'property_value',
      'property_type',
      'toString',
      'constructor',
      '__proto__',
    ),
    value: fc.oneof(fc.string(), fc.double(), fc.integer()),
    language: fc.constantFrom('en', 'kn', 'xx'),
    tap: fc.boolean(),
  }),
  fc.record({ type: fc.constant('time' as const), fresh: fc.boolean() }),
  fc.record({ type: fc.constant('effect' as const), ok: fc.boolean() }),
);

function inputOf(move: Move, session: Session): TurnInput {
  const waitId = session.wait?.id ?? 'none';
  if (move.type === 'start') return { type: 'started', by: 'business', reply: null };
  if (move.type === 'time') return { type: 'timedOut', waitId: move.fresh ? waitId : 'old' };
  if (move.type === 'effect') {
    const result = move.ok
      ? { ok: true as const, status: 200, body: { rate: 9.5 } }
      : { ok: false as const, code: 'call.timeout' };
    return { type: 'effectSettled', waitId, result };
  }
  const content = move.tap
    ? { type: 'choice' as const, id: `s1/${move.slot}`, title: String(move.value) }
    : { type: 'text' as const, text: String(move.value) };
  const { intent, language } = move;
  const slots = { [move.slot]: move.value };
  return { type: 'replied', reply: makeReply({ intent, slots, language, content, messageId: 'm', confidence: 0.5 }) };
}

function env(flow: Flow) {
  let made = 0;
  return {
    nowMs: NOW_MS,
    newId: () => {
      made += 1;
      return `w${made}`;
    },
    facts: defaultProductFacts,
    packs: languages,
    subflows: { any: flow },
    uploadLink: EXAMPLE_UPLOAD_LINK,
  };
}
