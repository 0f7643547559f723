import { Temporal } from 'temporal-polyfill';
import type { OutreachSettings } from './outreach-settings';

/** A stretch of time, ms since the epoch, in which somebody may be written to: `from` ≤ t < `until`. */
export type AllowedTime = { readonly fromMs: number; readonly untilMs: number };

type Hours = Pick<OutreachSettings, 'hours' | 'holidays'>;

/** More days in a row than any calendar of holidays closes. */
const MOST_DAYS = 400;

/**
 * The stretch of allowed time in the contact's timezone that holds `atMs`, or else the next one; undefined when none comes
 * within a year. Days are those of the calendar there: one on which the clocks change is an hour shorter or longer.
 */
export function allowedTime(hours: Hours, atMs: number, timezone: string): AllowedTime | undefined {
  const known = answers.get(hours) ?? new Map<string, Answer>();
  answers.set(hours, known);
  const last = known.get(timezone);
  if (last && atMs >= last.atMs && atMs < (last.time?.untilMs ?? last.atMs)) return last.time;
  const time = findAllowedTime(hours, atMs, timezone);
  known.set(timezone, { atMs, time });
  return time;
}

type Answer = { readonly atMs: number; readonly time: AllowedTime | undefined };

/** The last answer for each timezone: calendars are slow, and a campaign asks for thousands at once. */
const answers = new WeakMap<Hours, Map<string, Answer>>();

function findAllowedTime({ hours, holidays }: Hours, atMs: number, timezone: string): AllowedTime | undefined {
  const closed = new Set(holidays.map(({ date }) => date));
  let day = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timezone).toPlainDate();
  for (let days = 0; days < MOST_DAYS; days += 1, day = day.add({ days: 1 })) {
    if (!hours.days.includes(day.dayOfWeek) || closed.has(day.toString())) continue;
    const untilMs = momentOf(day, hours.closes, timezone);
    if (atMs >= untilMs) continue;
    return { fromMs: momentOf(day, hours.opens, timezone), untilMs };
  }
  return undefined;
}

/** The first allowed moment at or after `atMs`; undefined when none comes within a year. */
export function nextAllowed(hours: Hours, atMs: number, timezone: string): number | undefined {
  const time = allowedTime(hours, atMs, timezone);
  return time && Math.max(atMs, time.fromMs);
}

/** Until when somebody may be written to who may be now; undefined when now they may not. */
export function allowedUntil(hours: Hours, atMs: number, timezone: string): number | undefined {
  const time = allowedTime(hours, atMs, timezone);
  return time && atMs >= time.fromMs ? time.untilMs : undefined;
}

function momentOf(day: Temporal.PlainDate, clock: string, timezone: string): number {
  return day.toZonedDateTime({ timeZone: timezone, plainTime: Temporal.PlainTime.from(clock) }).epochMilliseconds;
}
