import { Temporal } from 'temporal-polyfill';

/** A moment as a calendar and a clock show it in one timezone. */
export type LocalTime = Readonly<{
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 1 is Monday, 7 Sunday, as in ISO 8601. */
  weekday: number;
  /** Days since 1 January 1970 on the local calendar. */
  epochDay: number;
  offsetMinutes: number;
}>;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** The years 1 to 9999: what ISO 8601 writes with four digits. */
const FIRST_MS = -62_135_596_800_000 + DAY_MS;
const LAST_MS = 253_402_300_799_999 - DAY_MS;

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?$/;

/** A quick look that tells times from other texts: "2026-11-25T…". */
export function looksLikeMoment(text: string): boolean {
  return text.length >= 16 && text.charAt(4) === '-' && text.charAt(10) === 'T';
}

/** ISO 8601 → ms since the epoch; without an offset it is the contact's time, a bare date the beginning of that day. */
export function readMoment(text: string, timezone: string): number | undefined {
  if (WITH_OFFSET.test(text)) return inRange(Date.parse(text));
  if (!LOCAL.test(text)) return undefined;
  try {
    const local = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return inRange(local.toZonedDateTime(knownTimezone(timezone)).epochMilliseconds);
  } catch {
    // A month 13 or a 30 February: a text that is no time.
    return undefined;
  }
}

/** The moment on a calendar date at the beginning of the day in a timezone; undefined when there is no such date. */
export function startOfDate(year: number, month: number, day: number, timezone: string): number | undefined {
  const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  return readMoment(text, timezone);
}

/** Moves by calendar days: the clock shows the same time, also when summer time began in between. */
export function addDays(atMs: number, days: number, timezone: string): number | undefined {
  if (!Number.isInteger(days) || Math.abs(days) > 100_000) return undefined;
  const start = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(knownTimezone(timezone));
  return inRange(start.add({ days }).epochMilliseconds);
}

export function inRange(atMs: number): number | undefined {
  return atMs >= FIRST_MS && atMs <= LAST_MS ? Math.trunc(atMs) : undefined;
}

/** What the calendar and the clock show at a moment (ms since the epoch, in range) in a timezone. */
export function localTime(atMs: number, timezone: string): LocalTime {
  const offsetMs = offsetAt(atMs, timezone);
  const localMs = atMs + offsetMs;
  const epochDay = Math.floor(localMs / DAY_MS);
  const minutes = Math.floor((localMs - epochDay * DAY_MS) / MINUTE_MS);
  const { year, month, day } = dateOf(epochDay);
  // Written out: a spread makes this literal twenty times slower, and every time of a text comes through here.
  return {
    year,
    month,
    day,
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
    second: Math.floor((localMs - epochDay * DAY_MS) / 1000) % 60,
    // 1 January 1970 was a Thursday.
    weekday: ((((epochDay + 3) % 7) + 7) % 7) + 1,
    epochDay,
    offsetMinutes: offsetMs / MINUTE_MS,
  };
}

/** A moment as ISO 8601 with the timezone's offset, to the second: "2026-11-25T11:00:00+05:30". */
export function writeMoment(atMs: number, timezone: string): string {
  const { year, month, day, hour, minute, second, offsetMinutes } = localTime(atMs, timezone);
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  const clock = `${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}`;
  const offset = Math.abs(offsetMinutes);
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${date}T${clock}${sign}${padded(Math.floor(offset / 60), 2)}:${padded(offset % 60, 2)}`;
}

/**
 * Proleptic Gregorian date of a day number, by Howard Hinnant's `civil_from_days`: the year is counted from March, so
 * that the leap day comes last, in eras of 400 years.
 */
function dateOf(epochDay: number): Pick<LocalTime, 'year' | 'month' | 'day'> {
  const sinceEraZero = epochDay + 719_468;
  const era = Math.floor(sinceEraZero / 146_097);
  const dayOfEra = sinceEraZero - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Offsets change on quarter hours only, so one lookup serves all moments of a quarter of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;
/** Turns ask for now and for some days ahead; bounded, since callers choose the moments. */
const MOST_OFFSETS = 2_000;
const knownOffsets = new Map<string, Map<number, number>>();

function offsetAt(atMs: number, timezone: string): number {
  const quarter = Math.floor(atMs / QUARTER_MS);
  const ofTimezone = knownOffsets.get(timezone) ?? new Map<number, number>();
  const known = ofTimezone.get(quarter);
  if (known !== undefined) return known;
  const zoned = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS).toZonedDateTimeISO(
    knownTimezone(timezone),
  );
  const offsetMs = Math.round(zoned.offsetNanoseconds / 60e9) * MINUTE_MS;
  if (ofTimezone.size >= MOST_OFFSETS) ofTimezone.clear();
  if (knownOffsets.size >= MOST_TIMEZONES) knownOffsets.clear();
  knownOffsets.set(timezone, ofTimezone.set(quarter, offsetMs));
  return offsetMs;
}

const MOST_TIMEZONES = 64;

/** A timezone that this machine doesn't know is read as UTC, so that a wrong setting stops no conversation. */
function knownTimezone(timezone: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timezone).timeZoneId;
  } catch {
    return 'UTC';
  }
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
