import { z } from 'zod';
import { localTime } from '../expressions/time';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day is written 10:00.');

/** When people work: `days` are ISO weekdays (1 is Monday), `opens` ≤ t < `closes` in the contact's timezone. */
export const officeHours = z
  .object({ days: z.array(z.int().min(1).max(7)).min(1), opens: clockTime, closes: clockTime })
  .refine((hours) => hours.opens < hours.closes, 'The office closes after it opens.');
export type OfficeHours = Readonly<z.infer<typeof officeHours>>;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The first moment (ms since the epoch) at or after `atMs` when the office is open. */
export function nextOpening(hours: OfficeHours, atMs: number, timezone: string): number {
  const { epochDay, weekday, offsetMinutes } = localTime(atMs, timezone);
  for (let days = 0; days <= 7; days += 1) {
    if (!hours.days.includes(((weekday - 1 + days) % 7) + 1)) continue;
    const midnightMs = (epochDay + days) * DAY_MS;
    if (atMs >= momentOf(midnightMs + clockMs(hours.closes), offsetMinutes, timezone)) continue;
    return Math.max(atMs, momentOf(midnightMs + clockMs(hours.opens), offsetMinutes, timezone));
  }
  return atMs;
}

/** "10:30" as ms after midnight. */
function clockMs(clock: string): number {
  return (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * MINUTE_MS;
}

/** When a local clock shows `localMs`; the offset of now is tried first, and is another only across a change of the clocks. */
function momentOf(localMs: number, offsetMinutes: number, timezone: string): number {
  const guess = localMs - offsetMinutes * MINUTE_MS;
  const actual = localTime(guess, timezone).offsetMinutes;
  return actual === offsetMinutes ? guess : localMs - actual * MINUTE_MS;
}
