import { expect, test } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { officeMsBetween, officeTimeOf } from './office-time';

const MINUTE_MS = 60_000;
const office = officeTimeOf(defaultProductFacts, { holidays: [{ date: '2026-11-27', name: 'A holiday' }] });

// Thursday 26 November 2026; the office is open from 10 to 18, Monday to Saturday.
test.each([
  ['within the day', '2026-11-26T11:00:00+05:30', '2026-11-26T11:20:00+05:30', 20],
  ['from before it opens', '2026-11-26T08:00:00+05:30', '2026-11-26T10:15:00+05:30', 15],
  ['over a night and a holiday', '2026-11-26T17:50:00+05:30', '2026-11-28T10:05:00+05:30', 15],
  ['over a Sunday', '2026-11-28T17:59:00+05:30', '2026-11-30T10:01:00+05:30', 2],
  ['in the night only', '2026-11-26T19:00:00+05:30', '2026-11-27T09:00:00+05:30', 0],
  ['backwards', '2026-11-26T12:00:00+05:30', '2026-11-26T11:00:00+05:30', 0],
])('office time %s', (_what, from, to, minutes) => {
  expect(officeMsBetween(office, Date.parse(from), Date.parse(to))).toBe(minutes * MINUTE_MS);
});

test('an office that closes at midnight can be worked out', () => {
  const late = officeTimeOf({ ...defaultProductFacts, office_to_hour: 24 }, { holidays: [] });
  const night = [Date.parse('2026-11-26T23:00:00+05:30'), Date.parse('2026-11-27T09:00:00+05:30')] as const;
  expect(officeMsBetween(late, ...night)).toBe(59 * MINUTE_MS);
});
