import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { nextOpening } from './office-hours';

const hours = { days: [1, 2, 3, 4, 5, 6], opens: '10:00', closes: '18:00' };
const opening = (at: string, timezone: string) =>
  Temporal.Instant.fromEpochMilliseconds(nextOpening(hours, Date.parse(at), timezone))
    .toZonedDateTimeISO(timezone)
    .toString({ timeZoneName: 'never' });

describe('the next opening', () => {
  it.each([
    ['is now while the office is open', '2026-11-23T12:30:00+05:30', '2026-11-23T12:30:00+05:30'],
    ['is this morning before it opens', '2026-11-23T07:00:00+05:30', '2026-11-23T10:00:00+05:30'],
    ['is tomorrow at the minute of closing', '2026-11-23T18:00:00+05:30', '2026-11-24T10:00:00+05:30'],
    ['is Monday on a Saturday evening', '2026-11-28T19:00:00+05:30', '2026-11-30T10:00:00+05:30'],
    ['is Monday on a Sunday', '2026-11-29T12:00:00+05:30', '2026-11-30T10:00:00+05:30'],
  ])('%s', (_name, at, expected) => {
    expect(opening(at, 'Asia/Kolkata')).toBe(expected);
  });

  it('is at ten by the local clock, also after the clocks have changed overnight', () => {
    expect(opening('2026-03-28T20:00:00+00:00', 'Europe/London')).toBe('2026-03-30T10:00:00+01:00');
    expect(opening('2026-10-24T20:00:00+01:00', 'Europe/London')).toBe('2026-10-26T10:00:00+00:00');
  });
});
