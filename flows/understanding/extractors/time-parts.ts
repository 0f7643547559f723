import type { NumberSpan } from '../numbers/number-span';
import { distanceBetween, hasConcept, longestOf, matchesOf, type Reading, type Stretch } from '../read-text';
import { isLowEnd } from './taken-back';

export type TimePart =
  | (Stretch & Readonly<{ kind: 'day' | 'weekday' | 'dayPart'; value: string }>)
  | (Stretch & Readonly<{ kind: 'clock'; hour: number; minute: number; half: 'am' | 'pm' | null }>)
  | (Stretch & Readonly<{ kind: 'after'; amount: number; unit: string }>)
  | (Stretch & Readonly<{ kind: 'next'; unit: string }>)
  | (Stretch & Readonly<{ kind: 'date'; day: number; month: number; year: number | null }>)
  | (Stretch & Readonly<{ kind: 'dayOfMonth'; day: number }>)
  | (Stretch & Readonly<{ kind: 'monthEnd' }>);

/** The parts of a time that a text names, in no order. */
export function findTimeParts(reading: Reading): readonly TimePart[] {
  const fromNow = findAfter(reading);
  const named = (['day', 'weekday', 'dayPart'] as const).flatMap((kind) =>
    longestOf(matchesOf(reading, kind)).map(({ value, from, to }): TimePart => ({ kind, value, from, to })),
  );
  const monthEnd = matchesOf(reading, 'month_end').map(({ from, to }): TimePart => ({ kind: 'monthEnd', from, to }));
  const dated = [...findDates(reading), ...findDaysOfMonth(reading)];
  const clock = findClock(reading, [...fromNow, ...dated]);
  return [...fromNow, ...named, ...findNext(reading), ...monthEnd, ...dated, ...clock];
}

/** "2 दिन बाद", "after 2 hours", "in half an hour". */
function findAfter(reading: Reading): readonly TimePart[] {
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

function findNext(reading: Reading): readonly TimePart[] {
  return matchesOf(reading, 'next').flatMap((next): TimePart[] => {
    const unit = matchesOf(reading, 'unit').find(({ from }) => from === next.to);
    return unit === undefined ? [] : [{ kind: 'next', unit: unit.value, from: next.from, to: unit.to }];
  });
}

const CLOCK_REACH = 2; // tokens between a part of the day and the hour

/** The hour that a word for the clock stands at, else one beside a part of the day or after "at". */
function findClock(reading: Reading, taken: readonly Stretch[]): readonly TimePart[] {
  const hours = reading.numbers
    .filter((number) => number.value >= 0 && number.value < 25 && number.magnitude === 1)
    .filter((number) => !taken.some((part) => number.from < part.to && number.to > part.from))
    .flatMap((number) => clockAt(reading, number) ?? []);
  return hours
    .sort((left, right) => right.sureness - left.sureness)
    .slice(0, 1)
    .map(({ part }) => part);
}

function clockAt(reading: Reading, number: NumberSpan): { part: TimePart; sureness: number } | null {
  const { tokens } = reading;
  const colon = tokens[number.to]?.text === ':' ? tokens[number.to + 1] : undefined;
  const minutes = colon !== undefined && colon.kind === 'number' && colon.value < 60 ? colon.value : null;
  const to = minutes === null ? number.to : number.to + 2;
  const half = halfAt(reading, to);
  const hasClock = matchesOf(reading, 'clock').some(({ from }) => from === to);
  const isCounted = ['unit', 'area', 'not_a_fact'].some((group) =>
    matchesOf(reading, group).some(({ from, value }) => from === to && value !== 'hour'),
  );
  if (isCounted) return null;
  const isNearPart = matchesOf(reading, 'dayPart').some((part) => distanceBetween(part, number) <= CLOCK_REACH);
  const isSure = minutes !== null || half !== null || hasClock;
  if (!isSure && !isNearPart && !isAtHour(reading, number)) return null;
  // "4-5 o'clock" and "between 4 and 5" begin at 4.
  const start = reading.numbers.find((other) => isLowEnd(other, number, reading))?.value ?? number.low;
  const fraction = decimalMinutes(tokens[number.from]?.text ?? '', start) + (isPastHalf(reading, number) ? 30 : 0);
  const end = half !== null || hasClock ? to + 1 : to;
  const hour = Math.floor(start);
  const part: TimePart = { kind: 'clock', hour, minute: minutes ?? fraction % 60, half, from: number.from, to: end };
  return { part, sureness: isSure ? 2 : isNearPart ? 1 : 0 };
}

/** "Tomorrow at 5", "tomorrow 5", "repu 5 ki": an hour of the clock by the words beside it, when a day or a call is spoken of. */
function isAtHour(reading: Reading, number: NumberSpan): boolean {
  const days = ['day', 'weekday', 'dayPart'].flatMap((group) => matchesOf(reading, group));
  const isHour = Number.isInteger(number.value * 4) && number.value >= 1 && number.value <= 12;
  if (!isHour || (days.length === 0 && !hasConcept(reading, 'contact'))) return false;
  return (
    days.some((day) => distanceBetween(day, number) === 0) ||
    matchesOf(reading, 'at').some(({ to }) => to === number.from) ||
    matchesOf(reading, 'for_purpose').some(({ from }) => from === number.to)
  );
}

/** "Half past five" */
function isPastHalf(reading: Reading, number: NumberSpan): boolean {
  return matchesOf(reading, 'half_past').some(({ to }) => to === number.from);
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
function findDates(reading: Reading): readonly TimePart[] {
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

/** "On the 5th", "5 तारीख". */
function findDaysOfMonth(reading: Reading): readonly TimePart[] {
  if (matchesOf(reading, 'month').length > 0) return [];
  return matchesOf(reading, 'day_of_month').flatMap(({ from, to }): TimePart[] => {
    const day = reading.tokens[from - 1];
    if (day?.kind !== 'number' || !isDay(day.value)) return [];
    return [{ kind: 'dayOfMonth', day: day.value, from: from - 1, to }];
  });
}

function isDay(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 31;
}
