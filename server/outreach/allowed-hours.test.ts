import { describe, expect, test } from 'vitest';
import { allowedTime, allowedUntil, nextAllowed } from './allowed-hours';

const india = 'Asia/Kolkata';
const settings = {
  hours: { days: [1, 2, 3, 4, 5, 6], opens: '10:00', closes: '18:00' },
  holidays: [
    { date: '2027-01-26', name: 'Republic Day' },
    { date: '2027-01-01', name: 'New Year' },
  ],
};

describe('the next allowed moment', () => {
  test.each([
    ['is now in allowed hours', '2026-11-24T12:34:56.789+05:30', '2026-11-24T12:34:56.789+05:30'],
    ['is now at the moment of opening', '2026-11-24T10:00:00+05:30', '2026-11-24T10:00:00+05:30'],
    ['is the opening of the day before it', '2026-11-24T09:59:59.999+05:30', '2026-11-24T10:00:00+05:30'],
    ['is tomorrow at the moment of closing', '2026-11-24T18:00:00+05:30', '2026-11-25T10:00:00+05:30'],
    ['is now a moment before closing', '2026-11-24T17:59:59.999+05:30', '2026-11-24T17:59:59.999+05:30'],
    ['is this day’s opening after midnight', '2026-11-24T00:00:00+05:30', '2026-11-24T10:00:00+05:30'],
    ['is Monday from Saturday evening on', '2026-11-28T18:00:00+05:30', '2026-11-30T10:00:00+05:30'],
    ['is over the end of the month', '2026-11-30T20:00:00+05:30', '2026-12-01T10:00:00+05:30'],
    ['is over the end of the year and its holiday', '2026-12-31T20:00:00+05:30', '2027-01-02T10:00:00+05:30'],
    ['is after a holiday', '2027-01-26T12:00:00+05:30', '2027-01-27T10:00:00+05:30'],
  ])('%s', (_what, at, next) => {
    expect(nextAllowed(settings, Date.parse(at), india)).toBe(Date.parse(next));
  });

  test('is that of the contact’s own calendar and clock', () => {
    // In India it is the 26th already, a holiday; in New York still the 25th.
    const at = Date.parse('2027-01-26T01:00:00+05:30');
    expect(nextAllowed(settings, at, india)).toBe(Date.parse('2027-01-27T10:00:00+05:30'));
    expect(nextAllowed(settings, at, 'America/New_York')).toBe(at);
  });

  test('does not exist where no day is allowed', () => {
    expect(nextAllowed({ ...settings, hours: { ...settings.hours, days: [] } }, Date.parse('2026-11-24'), india)).toBe(
      undefined,
    );
  });
});

describe('on days on which the clocks change', () => {
  const everyDay = { hours: { days: [1, 2, 3, 4, 5, 6, 7], opens: '10:00', closes: '18:00' }, holidays: [] };

  test.each([
    ['forward', '2027-03-13T23:00:00-05:00', '2027-03-14T14:00:00.000Z', '2027-03-14T22:00:00.000Z'],
    ['back', '2026-10-31T23:00:00-04:00', '2026-11-01T15:00:00.000Z', '2026-11-01T23:00:00.000Z'],
  ])('hours are those that the clock shows (%s)', (_way, at, from, until) => {
    const time = allowedTime(everyDay, Date.parse(at), 'America/New_York');
    expect(time).toEqual({ fromMs: Date.parse(from), untilMs: Date.parse(until) });
  });

  test('an hour that the clock leaves out is the one after it', () => {
    const early = { ...everyDay, hours: { ...everyDay.hours, opens: '02:30', closes: '05:00' } };
    expect(nextAllowed(early, Date.parse('2027-03-14T00:00:00-05:00'), 'America/New_York')).toBe(
      Date.parse('2027-03-14T03:30:00-04:00'),
    );
  });

  test('an hour that comes twice is open from its first time to the end of its last', () => {
    const early = { ...everyDay, hours: { ...everyDay.hours, opens: '01:00', closes: '02:00' } };
    expect(allowedTime(early, Date.parse('2026-11-01T00:00:00-04:00'), 'America/New_York')).toEqual({
      fromMs: Date.parse('2026-11-01T01:00:00-04:00'),
      untilMs: Date.parse('2026-11-01T02:00:00-05:00'),
    });
  });

  test('a clock that is set back changes only what it shows: the same moment has the same answer', () => {
    const open = Date.parse('2026-11-24T10:05:00+05:30');
    expect(allowedUntil(settings, open, india)).toBe(Date.parse('2026-11-24T18:00:00+05:30'));
    expect(allowedUntil(settings, open - 3_600_000, india)).toBeUndefined();
    expect(nextAllowed(settings, open - 3_600_000, india)).toBe(Date.parse('2026-11-24T10:00:00+05:30'));
  });
});
