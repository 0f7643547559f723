import { z } from 'zod';
import { intent } from './intents';
import { languageCode, scriptKind } from './language';
import { slotName, slotReading, slotValue } from './slots';

export const sentiment = z.enum(['positive', 'neutral', 'negative']);

/** A sensitive number that a customer typed: what it is and where, never the number itself. */
export const sensitiveSpan = z.object({
  messageId: z.string(),
  kind: z.enum(['aadhaar', 'pan', 'card', 'account']),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

export const readerEngine = z.enum(['embedded', 'llm']);
export type ReaderEngine = z.infer<typeof readerEngine>;

/** Why the reading of this engine is used. Of those that begin with `model.`, all but `model.answered` are failures. */
export const readerReason = z.enum([
  'embedded.only', // no model is configured, or none is wanted
  'embedded.confident', // sure enough without a model
  'message.suspicious', // it speaks to a model and not to us, so no model was asked
  'model.answered',
  'model.untrusted', // it read what the customer's words don't bear out
  'model.timeout',
  'model.rate_limited',
  'model.unavailable', // refused, reset, 5xx
  'model.misconfigured', // the key, the model's name or the request was refused
  'model.unreadable', // not JSON, or not of our schema
  'model.too_large',
  'model.over_budget',
  'model.paused', // it failed too often just now
]);
export type ReaderReason = z.infer<typeof readerReason>;

/** A reading of the same messages that was not used: kept, so that disagreement can be reviewed. */
export const otherReading = z.object({
  engine: readerEngine,
  intent,
  confidence: z.number().min(0).max(1),
  slots: z.record(slotName, slotValue),
});

/** What was read from one turn's messages, whichever engine read it. It enters the engine as data. */
export const understanding = z.object({
  engine: readerEngine,
  /** Records of before readers gave reasons have none, as they have no evidence. */
  reason: readerReason.default('embedded.only'),
  language: languageCode,
  script: scriptKind,
  intent,
  confidence: z.number().min(0).max(1),
  alternatives: z.array(z.object({ intent, confidence: z.number().min(0).max(1) })),
  sentiment,
  slots: z.record(slotName, slotReading),
  sensitive: z.array(sensitiveSpan),
  /** What the embedded engine went by: the rule that decided (null: its statistics), and the meanings that it found. */
  evidence: z
    .object({ rule: z.string().nullable(), concepts: z.array(z.string()) })
    .default({ rule: null, concepts: [] }),
  other: otherReading.nullable().default(null),
});
export type Understanding = Readonly<z.infer<typeof understanding>>;
