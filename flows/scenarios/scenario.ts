import { z } from 'zod';
import { intent } from '../schema/intents';
import { languageCode } from '../schema/language';
import { slotName, slotValue } from '../schema/slots';

/** What must be true after a step. Every named thing is checked; what is not named is free. */
const expectation = z.strictObject({
  state: z.string().optional(),
  /** States entered in this turn, in order, wherever they stand among others. */
  entered: z.array(z.string()).optional(),
  transitions: z.array(z.string()).optional(),
  intent: intent.optional(),
  language: languageCode.optional(),
  /** Values that slots must have now; null: not known. */
  slots: z.record(slotName, slotValue.nullable()).optional(),
  /** Event types that this turn returned. */
  events: z.array(z.string()).optional(),
  /** Event types that this turn must not return. */
  noEvents: z.array(z.string()).optional(),
  /** Pieces of text that must be in what was said, in any of the messages. */
  says: z.array(z.string()).optional(),
  saysNot: z.array(z.string()).optional(),
  ended: z.boolean().optional(),
});

const step = z.strictObject({
  /** The customer's messages of one burst. */
  said: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** What was said counts as this intent, whatever a reader would make of it. */
  understoodAs: intent.optional(),
  /** The customer taps a choice by its id; it may be an old one. */
  tap: z.string().optional(),
  /** Time passes: ISO 8601 duration ("PT20H"); a wait that falls due fires. */
  passes: z.string().optional(),
  /** How the pending outside call ends. */
  effect: z
    .union([
      z.strictObject({ ok: z.literal(true), status: z.int(), body: z.json() }),
      z.strictObject({ ok: z.literal(false), code: z.string() }),
    ])
    .optional(),
  expect: expectation.default({}),
});

/** A conversation as data: what is said, what must come back. */
export const scenario = z.strictObject({
  name: z.string().min(1),
  flow: z.string(),
  language: languageCode.optional(),
  timezone: z.string().default('Asia/Kolkata'),
  /** The clock at the beginning, ISO 8601 with offset. */
  now: z.string(),
  startedBy: z.enum(['contact', 'business']).default('contact'),
  /** Begin in this state, with these slots known, instead of at the flow's start. */
  startAt: z.strictObject({ state: z.string(), slots: z.record(slotName, slotValue).default({}) }).optional(),
  steps: z.array(step).min(1),
});
export type Scenario = Readonly<z.infer<typeof scenario>>;

/** A file of `flows/scenarios`: several conversations about one subject. */
export const scenarioFile = z.strictObject({ scenarios: z.array(scenario).min(1) });
