import { z } from 'zod';
import { intent } from '@/flows/schema/intents';
import { languageCode } from '@/flows/schema/language';
import { slotName, slotValue } from '@/flows/schema/slots';
import { effectResult } from '@/flows/schema/turn-input';

/** Why WhatsApp did not deliver a message: the 24-hour window has closed, or the number takes no messages. */
export const sendFailure = z.enum(['131047', '131026']);
export type SendFailure = z.infer<typeof sendFailure>;

/** One thing that happens in a try-out. */
export const tryStep = z.discriminatedUnion('type', [
  /** The customer writes. With `understoodAs`, that is what it counts as, whatever a reader would make of it. */
  z.strictObject({
    type: z.literal('said'),
    texts: z.array(z.string()).min(1),
    understoodAs: intent.nullable(),
  }),
  z.strictObject({ type: z.literal('tapped'), id: z.string(), title: z.string() }),
  z.strictObject({ type: z.literal('passed'), seconds: z.int().positive() }),
  z.strictObject({ type: z.literal('settled'), result: effectResult }),
  /** The next message of the business does not arrive. */
  z.strictObject({ type: z.literal('sendFails'), code: sendFailure }),
]);
export type TryStep = Readonly<z.infer<typeof tryStep>>;

export const tryStart = z.strictObject({
  /** Null: where the flow starts. */
  state: z.string().nullable(),
  slots: z.record(slotName, slotValue),
  language: languageCode,
  startedBy: z.enum(['contact', 'business']),
  /** The clock at the beginning, ISO 8601. */
  now: z.string(),
  timezone: z.string(),
  /** Whose words are at hand, by id. */
  persona: z.string().nullable(),
});
export type TryStart = Readonly<z.infer<typeof tryStart>>;

/** A conversation with a draft, as data: how it begins and what happens, never what came back. */
export const tryout = z.strictObject({ start: tryStart, steps: z.array(tryStep).max(1_000) });
export type Tryout = Readonly<z.infer<typeof tryout>>;

const TIMEZONE = 'Asia/Kolkata';

/** A try-out in which nothing has happened yet: the customer is to write first. */
export function newTryout(language: string, now: Date): Tryout {
  return {
    start: {
      state: null,
      slots: {},
      language,
      startedBy: 'contact',
      now: now.toISOString(),
      timezone: TIMEZONE,
      persona: null,
    },
    steps: [],
  };
}
