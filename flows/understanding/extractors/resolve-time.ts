import { Temporal } from 'temporal-polyfill';
import type { TimePart } from './time-parts';

/** The moment that the parts of a spoken time mean, seen from `now`; null when they name none. */
export function resolveTime(parts: readonly TimePart[], now: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const after = parts.find((part) => part.kind === 'after');
  const moved = after === undefined ? moveDay(parts, now) : moveBy(now, after.amount, after.unit);
  const clock = parts.find((part) => part.kind === 'clock');
  const dayPart = parts.find((part) => part.kind === 'dayPart');
  if (after?.unit === 'minute' || after?.unit === 'hour') return moved;
  const named = dayPart?.kind === 'dayPart' ? dayPart.value : null;
  const hour = clock === undefined ? (HOURS[named ?? ''] ?? DEFAULT_HOUR) : hourOf(clock.hour, clock.half, named);
  const at = moved.withPlainTime({ hour, minute: clock?.minute ?? 0 });
  const isToday = Temporal.PlainDate.compare(at.toPlainDate(), now.toPlainDate()) === 0;
  const namesDay = parts.some(({ kind }) => kind !== 'clock' && kind !== 'dayPart');
  // "5 o'clock" or "evening", said after it has passed, is tomorrow's.
  return isToday && Temporal.ZonedDateTime.compare(at, now) <= 0 && !namesDay ? at.add({ days: 1 }) : at;
}

// The contract's hours for parts of the day without a clock time.
const HOURS: Readonly<Record<string, number>> = { morning: 10, noon: 12, afternoon: 15, evening: 18, night: 20 };
const DEFAULT_HOUR = 10;

/** Without "am", "pm" or a part of the day, 1 to 7 are in the afternoon: people call in office hours. */
function hourOf(hour: number, half: 'am' | 'pm' | null, dayPart: string | null): number {
  const whole = hour % 24;
  if (whole > 12) return whole;
  if (half === 'am' || (half === null && dayPart === 'morning')) return whole % 12;
  const isLater = half === 'pm' || dayPart === 'evening' || dayPart === 'afternoon' || dayPart === 'night';
  if (isLater) return whole === 12 ? (dayPart === 'night' ? 0 : 12) : whole + 12;
  return whole >= 1 && whole <= 7 ? whole + 12 : whole;
}

function moveDay(parts: readonly TimePart[], now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return parts.reduce((at, part) => {
    switch (part.kind) {
      case 'day':
        return now.add({ days: Number(part.value) });
      case 'weekday':
        return now.add({ days: daysUntil(Number(part.value), now) });
      case 'next':
        return moveBy(now, 1, part.unit);
      case 'date':
        return onDate(now, part.day, part.month, part.year);
      case 'dayOfMonth':
        return onDayOfMonth(at, now, part.day);
      case 'monthEnd':
        return at.with({ day: at.daysInMonth });
      default:
        return at;
    }
  }, now);
}

/** Days until the next such weekday (0 is Sunday), at least one. */
function daysUntil(weekday: number, now: Temporal.ZonedDateTime): number {
  return (weekday - (now.dayOfWeek % 7) + 7) % 7 || 7;
}

function onDate(now: Temporal.ZonedDateTime, day: number, month: number, year: number | null): Temporal.ZonedDateTime {
  const fullYear = year === null ? now.year : year < 100 ? 2000 + year : year;
  const date = now.with({ year: fullYear, month, day });
  const isPast = year === null && Temporal.PlainDate.compare(date.toPlainDate(), now.toPlainDate()) < 0;
  return isPast ? date.add({ years: 1 }) : date;
}

/** "On the 5th": of the month that was named, else the next 5th that comes. */
function onDayOfMonth(named: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime, day: number): Temporal.ZonedDateTime {
  const date = named.with({ day });
  const isNamed = Temporal.ZonedDateTime.compare(named, now) > 0;
  return !isNamed && day < now.day ? date.add({ months: 1 }) : date;
}

const LONGEST_WAIT_DAYS = 366;

function moveBy(now: Temporal.ZonedDateTime, amount: number, unit: string): Temporal.ZonedDateTime {
  const minutesOf: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440, week: 10_080 };
  if (unit === 'month') return now.add({ months: Math.min(Math.max(1, Math.round(amount)), 12) });
  const minutes = Math.round(amount * (minutesOf[unit] ?? 1440));
  const bounded = Math.min(minutes, LONGEST_WAIT_DAYS * 1440);
  return bounded >= 1440 && bounded % 1440 === 0 ? now.add({ days: bounded / 1440 }) : now.add({ minutes: bounded });
}
