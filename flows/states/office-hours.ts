import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day is written 10:00.');

/** When people work: `days` are ISO weekdays (1 is Monday), `opens` ≤ t < `closes` in the contact's timezone. */
export const officeHours = z
  .object({ days: z.array(z.int().min(1).max(7)).min(1), opens: clockTime, closes: clockTime })
  .refine((hours) => hours.opens < hours.closes, 'The office closes after it opens.');
export type OfficeHours = Readonly<z.infer<typeof officeHours>>;

/** The first moment (ms since the epoch) at or after `atMs` when the office is open. */
export function nextOpening(hours: OfficeHours, atMs: number, timezone: string): number {
  const now = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timezone);
  for (let days = 0; days <= 7; days += 1) {
    const day = now.toPlainDate().add({ days });
    if (!hours.days.includes(day.dayOfWeek)) continue;
    const opens = day.toZonedDateTime({ timeZone: timezone, plainTime: hours.opens }).epochMilliseconds;
    const closes = day.toZonedDateTime({ timeZone: timezone, plainTime: hours.closes }).epochMilliseconds;
    if (atMs < closes) return Math.max(opens, atMs);
  }
  return atMs;
}
