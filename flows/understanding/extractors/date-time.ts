import { Temporal } from 'temporal-polyfill';
import { distanceBetween, hasConcept, matchesOf, type Reading, type Stretch, spanOf } from '../read-text';
import type { ExtractionContext, Extractor } from './extractor';

/** Reads when the customer wants to be contacted, as ISO 8601 with the offset of the customer's timezone. */
export const readCallbackTime: Extractor = (reading, context) => {
  if (!isAboutContact(reading, context)) return [];
  const parts = findParts(reading);
  if (parts.length === 0) return [];
  const now = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.timezone);
  const at = resolve(parts, now);
  if (at === null) return [];
  const from = Math.min(...parts.map((part) => part.from));
  const to = Math.max(...parts.map((part) => part.to));
  const confidence = parts.some(({ kind }) => kind === 'clock' || kind === 'after') ? 0.92 : 0.8;
  const value = at.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return [{ slot: 'callback_at', value, confidence, ...spanOf(reading, from, to) }];
};

const CONTACT_INTENTS: ReadonlySet<string> = new Set(['follow_up_later', 'talk_to_human']);

/** Dates of other things (a salary, a purchase) are no callback. */
function isAboutContact(reading: Reading, { intent, expects }: ExtractionContext): boolean {
  if (intent === 'not_interested' || intent === 'opt_out') return false;
  return CONTACT_INTENTS.has(intent) || expects.includes('callback_at') || hasConcept(reading, 'contact');
}

type Part =
  | (Stretch & Readonly<{ kind: 'day' | 'weekday' | 'dayPart'; value: string }>)
  | (Stretch & Readonly<{ kind: 'clock'; hour: number; minute: number; half: 'am' | 'pm' | null }>)
  | (Stretch & Readonly<{ kind: 'after'; amount: number; unit: string }>)
  | (Stretch & Readonly<{ kind: 'next'; unit: string }>)
  | (Stretch & Readonly<{ kind: 'date'; day: number; month: number; year: number | null }>);

function findParts(reading: Reading): readonly Part[] {
  const fromNow = findAfter(reading);
  const named = (['day', 'weekday', 'dayPart'] as const).flatMap((kind) =>
    longestOf(matchesOf(reading, kind)).map(({ value, from, to }): Part => ({ kind, value, from, to })),
  );
  const next = findNext(reading);
  const clock = fromNow.length > 0 ? [] : findClock(reading);
  return [...fromNow, ...named, ...next, ...findDates(reading), ...clock];
}

/** "Day after tomorrow" also holds "tomorrow": the longer phrase is meant. */
function longestOf<Found extends Stretch>(matches: readonly Found[]): readonly Found[] {
  return matches.filter(
    (match) =>
      !matches.some(
        (other) => other.to - other.from > match.to - match.from && other.from <= match.from && other.to >= match.to,
      ),
  );
}

/** "2 दिन बाद", "after 2 hours", "in half an hour". */
function findAfter(reading: Reading): readonly Part[] {
  const halves = matchesOf(reading, 'half').map(({ from, to }) => ({ from, to, value: 0.5 }));
  for (const number of [...halves, ...reading.numbers]) {
    const unit = matchesOf(reading, 'unit')
      .filter(({ from, value }) => from >= number.to && from - number.to <= 1 && value !== 'year')
      .sort((left, right) => right.to - left.to)[0];
    if (unit === undefined) continue;
    const stretch = { from: number.from, to: unit.to };
    const after = matchesOf(reading, 'after').find((match) => distanceBetween(match, stretch) <= 1);
    if (after === undefined) continue;
    const span = { from: Math.min(stretch.from, after.from), to: Math.max(stretch.to, after.to) };
    return [{ kind: 'after', amount: number.value, unit: unit.value, ...span }];
  }
  return [];
}

function findNext(reading: Reading): readonly Part[] {
  return matchesOf(reading, 'next').flatMap((next): Part[] => {
    const unit = matchesOf(reading, 'unit').find(({ from }) => from === next.to);
    return unit === undefined ? [] : [{ kind: 'next', unit: unit.value, from: next.from, to: unit.to }];
  });
}

const CLOCK_REACH = 2; // tokens between a part of the day and the hour

function findClock(reading: Reading): readonly Part[] {
  const { tokens } = reading;
  for (const number of reading.numbers) {
    if (number.value < 0 || number.value >= 25 || number.magnitude > 1) continue;
    const colon = tokens[number.to]?.text === ':' ? tokens[number.to + 1] : undefined;
    const minutes = colon !== undefined && colon.kind === 'number' && colon.value < 60 ? colon.value : null;
    const to = minutes === null ? number.to : number.to + 2;
    const half = halfAt(reading, to);
    const isNearPart = matchesOf(reading, 'dayPart').some((part) => distanceBetween(part, number) <= CLOCK_REACH);
    const hasClock = matchesOf(reading, 'clock').some(({ from }) => from === to);
    if (minutes === null && half === null && !hasClock && !isNearPart) continue;
    if (matchesOf(reading, 'unit').some(({ from, value }) => from === to && value !== 'hour')) continue;
    const fraction = decimalMinutes(tokens[number.from]?.text ?? '', number.value);
    const end = half !== null || hasClock ? to + 1 : to;
    const hour = Math.floor(number.value);
    return [{ kind: 'clock', hour, minute: minutes ?? fraction, half, from: number.from, to: end }];
  }
  return [];
}

/** "10.30" is half past ten; साढ़े दस, which is 10.5, too. */
function decimalMinutes(raw: string, value: number): number {
  const written = /^\d{1,2}\.(\d{2})$/.exec(raw)?.[1];
  if (written !== undefined) return Number(written) % 60;
  return Math.round((value - Math.floor(value)) * 60);
}

function halfAt(reading: Reading, at: number): 'am' | 'pm' | null {
  if (matchesOf(reading, 'am').some(({ from }) => from === at)) return 'am';
  return matchesOf(reading, 'pm').some(({ from }) => from === at) ? 'pm' : null;
}

/** "25/12", "25-12-2026", "25th December", "December 25". */
function findDates(reading: Reading): readonly Part[] {
  const { tokens } = reading;
  for (const [index, token] of tokens.entries()) {
    const separator = tokens[index + 1]?.text ?? '';
    const month = tokens[index + 2];
    if (token.kind !== 'number' || !/^[/-]$/.test(separator) || month?.kind !== 'number') continue;
    if (!isDay(token.value) || month.value < 1 || month.value > 12) continue;
    const year = tokens[index + 3]?.text === separator ? (tokens[index + 4]?.value ?? null) : null;
    const to = year === null ? index + 3 : index + 5;
    return [{ kind: 'date', day: token.value, month: month.value, year, from: index, to }];
  }
  for (const { from, to, value } of matchesOf(reading, 'month')) {
    const beforeIndex = tokens[from - 1]?.kind === 'number' ? from - 1 : from - 2;
    const at = isDay(tokens[beforeIndex]?.value) ? beforeIndex : isDay(tokens[to]?.value) ? to : -1;
    const day = tokens[at];
    if (day === undefined) continue;
    const stretch = { from: Math.min(at, from), to: Math.max(at + 1, to) };
    return [{ kind: 'date', day: day.value, month: Number(value), year: null, ...stretch }];
  }
  return [];
}

function isDay(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 31;
}

// The contract's hours for parts of the day without a clock time.
const HOURS: Readonly<Record<string, number>> = { morning: 10, noon: 12, afternoon: 15, evening: 18, night: 20 };
const DEFAULT_HOUR = 10;

function resolve(parts: readonly Part[], now: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
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

/** Without "am", "pm" or a part of the day, 1 to 7 are in the afternoon: people call in office hours. */
function hourOf(hour: number, half: 'am' | 'pm' | null, dayPart: string | null): number {
  const whole = hour % 24;
  if (whole > 12) return whole;
  if (half === 'am' || (half === null && dayPart === 'morning')) return whole % 12;
  const isLater = half === 'pm' || dayPart === 'evening' || dayPart === 'afternoon' || dayPart === 'night';
  if (isLater) return whole === 12 ? (dayPart === 'night' ? 0 : 12) : whole + 12;
  return whole >= 1 && whole <= 7 ? whole + 12 : whole;
}

function moveDay(parts: readonly Part[], now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
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

const LONGEST_WAIT_DAYS = 366;

function moveBy(now: Temporal.ZonedDateTime, amount: number, unit: string): Temporal.ZonedDateTime {
  const minutesOf: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440, week: 10_080 };
  if (unit === 'month') return now.add({ months: Math.min(Math.max(1, Math.round(amount)), 12) });
  const minutes = Math.round(amount * (minutesOf[unit] ?? 1440));
  const bounded = Math.min(minutes, LONGEST_WAIT_DAYS * 1440);
  return bounded >= 1440 && bounded % 1440 === 0 ? now.add({ days: bounded / 1440 }) : now.add({ minutes: bounded });
}
