import { z } from 'zod';
import { intent } from './intents';
import { languageCode } from './language';
import { outgoingContent } from './message';
import { slotName, slotValue, textSpan } from './slots';
import { readerEngine, readerReason } from './understanding';

const stateId = z.string();

/** An outside call that a state asked for; the host performs it and answers with `effectSettled`. */
export const effectRequest = z.object({
  type: z.literal('http'),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().nullable(),
  timeoutSeconds: z.number().positive(),
});
export type EffectRequest = Readonly<z.infer<typeof effectRequest>>;

/** Why a follow-up was asked for; the rules of when live in the flow. */
export const followUpReason = z.enum([
  'named_time',
  'later',
  'no_time',
  'objection_open',
  'undecided',
  'not_interested',
  'silence',
]);

/**
 * The facts that a turn returns, in the order in which they came true. A turn sends nothing: the host reads these.
 * `textKey` names the text that was said: `<stateId or rule:id>/<path>`.
 */
export const turnEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session.started'), by: z.enum(['contact', 'business']) }),
  z.object({
    type: z.literal('message.said'),
    state: stateId,
    textKey: z.string(),
    language: languageCode,
    content: outgoingContent,
    /** Its author wants it said aloud as well, as a voice note. */
    isSpoken: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('slot.filled'),
    slot: slotName,
    value: slotValue,
    previous: slotValue.nullable(),
    source: z.enum(['customer', 'flow', 'effect', 'officer']),
    messageId: z.string().nullable(),
    span: textSpan.nullable(),
    confidence: z.number(),
  }),
  z.object({ type: z.literal('slot.cleared'), slot: slotName, previous: slotValue }),
  z.object({ type: z.literal('state.entered'), state: stateId, visit: z.int() }),
  z.object({
    type: z.literal('transition.taken'),
    transition: z.string(),
    from: stateId,
    outcome: z.string(),
    to: stateId,
  }),
  z.object({ type: z.literal('outcome.unhandled'), state: stateId, outcomes: z.array(z.string()) }),
  /** `isNarrow`: the rule has a condition, so it takes some messages of the intent and not all. */
  z.object({ type: z.literal('rule.matched'), rule: z.string(), intent, isNarrow: z.literal(true).optional() }),
  z.object({
    type: z.literal('message.understood'),
    engine: readerEngine,
    reason: readerReason,
    intent,
    confidence: z.number(),
  }),
  /** `answer` is the text key of the answer; `by` says who wrote it: the flow's author or a model. */
  z.object({
    type: z.literal('question.answered'),
    state: stateId,
    intent,
    answer: z.string().default(''),
    by: z.enum(['author', 'model']).default('author'),
  }),
  /** A model's draft that was not said, and what in it was not borne out. */
  z.object({
    type: z.literal('draft.refused'),
    state: stateId,
    problems: z.array(z.object({ code: z.string(), text: z.string() })),
  }),
  z.object({ type: z.literal('question.asked'), state: stateId, slot: slotName.nullable(), time: z.int() }),
  z.object({ type: z.literal('choice.taken'), choice: z.string(), stale: z.boolean() }),
  z.object({ type: z.literal('language.changed'), from: languageCode, to: languageCode }),
  z.object({
    type: z.literal('interest.changed'),
    from: z.number(),
    to: z.number(),
    intent,
  }),
  z.object({
    type: z.literal('consent.given'),
    purpose: z.string(),
    noticeVersion: z.string(),
    messageId: z.string().nullable(),
  }),
  z.object({ type: z.literal('consent.withdrawn'), purpose: z.string(), messageId: z.string().nullable() }),
  z.object({
    type: z.literal('followUp.requested'),
    reason: followUpReason,
    dueAt: z.string(),
    summary: z.string(),
    state: stateId,
  }),
  z.object({
    type: z.literal('handover.requested'),
    reason: z.string(),
    summary: z.string(),
    state: stateId,
  }),
  z.object({ type: z.literal('effect.requested'), waitId: z.string(), effect: effectRequest }),
  z.object({ type: z.literal('timer.requested'), waitId: z.string(), until: z.string() }),
  z.object({ type: z.literal('sensitive.detected'), kinds: z.array(z.string()) }),
  z.object({
    type: z.literal('expression.failed'),
    state: stateId,
    code: z.string(),
    expression: z.string(),
    detail: z.string(),
  }),
  z.object({ type: z.literal('input.ignored'), reason: z.string() }),
  z.object({
    type: z.literal('limit.reached'),
    limit: z.enum(['statesPerTurn', 'turnsPerHour', 'subflowDepth']),
    detail: z.string(),
    cycle: z.array(stateId),
  }),
  z.object({ type: z.literal('flow.broken'), code: z.string(), detail: z.string() }),
  z.object({ type: z.literal('session.ended'), state: stateId, reason: z.string() }),
]);
export type TurnEvent = Readonly<z.infer<typeof turnEvent>>;
