import { z } from 'zod';
import { effectRequest } from './events';
import { languageCode } from './language';
import { choice } from './message';
import { slotFact, slotName } from './slots';

/**
 * What a session is waiting for, at most one thing. `id` fences: a timer or an effect that settles with another id
 * than the session's current wait is ignored.
 */
export const wait = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('reply'),
    id: z.string(),
    expects: z.array(slotName),
    choices: z.array(choice),
    deadlineAt: z.string().nullable(),
  }),
  z.object({ type: z.literal('timer'), id: z.string(), until: z.string() }),
  z.object({ type: z.literal('effect'), id: z.string(), effect: effectRequest }),
]);
export type Wait = Readonly<z.infer<typeof wait>>;

/** One contact's run of one version of a flow: plain JSON, stored between turns, never mutated. */
export const session = z.object({
  id: z.string(),
  contactId: z.string(),
  flowId: z.string(),
  /** The published version that this run is pinned to; 0 is a draft (simulator, tests). */
  flowVersion: z.int().nonnegative(),
  status: z.enum(['active', 'ended']),
  state: z.string(),
  wait: wait.nullable(),
  language: languageCode,
  timezone: z.string(),
  slots: z.record(slotName, slotFact),
  /** Where a digression goes back to, newest last. */
  returns: z.array(z.string()),
  /** Subflows that are running, newest last: which flow, and the state of the calling flow that it goes back to. */
  calls: z.array(z.object({ flowId: z.string(), returnTo: z.string() })),
  /** How often each state was entered. */
  visits: z.record(z.string(), z.int()),
  /** How often each wording list was said, by text key; picks the next wording. */
  said: z.record(z.string(), z.int()),
  consents: z.record(z.string(), z.enum(['given', 'withdrawn'])),
  /** 0..1, moved by the family of each message. */
  interest: z.number().min(0).max(1),
  turn: z.int().nonnegative(),
  /** Turns in the running hour, for the limit; `hour` is the hour since the epoch. */
  turnsInHour: z.object({ hour: z.int(), count: z.int() }),
  startedAt: z.string(),
  updatedAt: z.string(),
});
export type Session = Readonly<z.infer<typeof session>>;
