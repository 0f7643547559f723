import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { localTime, readMoment, writeMoment } from './time';

const moments = fc.integer({ min: Date.parse('1930-01-01T00:00:00Z'), max: Date.parse('2120-01-01T00:00:00Z') });
const timezones = fc.constantFrom(
  'Asia/Kolkata',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'UTC',
);

describe('localTime', () => {
  it('shows what Temporal shows, at any moment in any timezone', () => {
    fc.assert(
      fc.property(moments, timezones, (atMs, timezone) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timezone);
        const { year, month, day, hour, minute, second, dayOfWeek } = zoned;
        fc.pre(zoned.offsetNanoseconds % 60e9 === 0);
        expect(localTime(atMs, timezone)).toMatchObject({ year, month, day, hour, minute, second, weekday: dayOfWeek });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('readMoment', () => {
  it('reads what writeMoment writes, to the second', () => {
    fc.assert(
      fc.property(moments, timezones, (atMs, timezone) => {
        expect(readMoment(writeMoment(atMs, timezone), timezone)).toBe(Math.floor(atMs / 1000) * 1000);
      }),
    );
  });

  it.each([
    '',
    'tomorrow',
    '2026-13-01',
    '2026-02-30T10:00',
    '2026-11-25T25:00:00Z',
    '2026-11-25T11:00+99:99',
    '25-11-2026',
  ])('finds no time in "%s"', (text) => {
    expect(readMoment(text, 'Asia/Kolkata')).toBeUndefined();
  });

  it('takes a time without an offset as the contact’s', () => {
    expect(readMoment('2026-11-25T11:00', 'Asia/Kolkata')).toBe(Date.parse('2026-11-25T05:30:00Z'));
  });
});
