import { z } from 'zod';

const step = <Code extends string, Values extends z.ZodRawShape>(code: Code, values: Values) =>
  z.object({ code: z.literal(code), ...values });

/** Why a follow-up is due when it is, one thing after the other: the column `follow_ups.steps`. Screens put it in words. */
export const planStep = z.discriminatedUnion('code', [
  /** The customer named the time. */
  step('time.named', {}),
  /** The flow's drawing says so many days (or, below one, parts of a day). */
  step('time.flow', { days: z.number() }),
  /** The settings say so many days. */
  step('time.rule', { days: z.number() }),
  step('time.officer', { author: z.string().nullable() }),
  /** They wrote again before it was due, and the time stands that they had named. */
  step('time.kept', {}),
  /** Interest is from 0 to 1; it was brought nearer, or put further away, by so many days. */
  step('interest.nearer', { days: z.int(), interest: z.number() }),
  step('interest.further', { days: z.int(), interest: z.number() }),
  /** They answer most in this hour of their day; learnt from so many of their messages. */
  step('hour.best', { hour: z.int(), replies: z.int() }),
  /** Nobody is written to first in the night, on that weekday (1 is Monday), on that day. */
  step('moved.night', {}),
  step('moved.weekday', { weekday: z.int() }),
  step('moved.holiday', { date: z.string(), name: z.string() }),
  /** Sooner, since WhatsApp's 24 hours would have been over. */
  step('moved.window', {}),
  /** They were written to first lately. */
  step('held.tooOften', { until: z.string() }),
  /** When it was due it could not be sent, for this reason, and was put off until then. */
  step('sending.putOff', { reason: z.string(), until: z.string() }),
]);
export type PlanStep = Readonly<z.infer<typeof planStep>>;
