import { expect, test } from 'vitest';
import { defaultOutreachSettings } from '../../outreach/outreach-settings';
import type { CampaignPlan } from '../plan/campaign-plan';
import { estimateEnd } from './estimate-end';

const usual: CampaignPlan['schedule'] = { startsAt: null, days: 1, perSecond: null, perDay: null, budgetInr: null };
const thursday = Date.parse('2026-11-26T10:00:00+05:30'); // hours: 10 to 18, Monday to Saturday

test.each([
  ['at the speed of the number', 8_000, {}, '2026-11-26T10:01:40+05:30', 1],
  ['no faster than wanted', 8_000, { perSecond: 10 }, '2026-11-26T10:13:20+05:30', 1],
  ['over the days that were asked for', 300, { days: 3, perSecond: 1 }, '2026-11-28T10:01:40+05:30', 3],
  ['no more a day than wanted, and not on a Sunday', 250, { perDay: 60, perSecond: 1 }, '2026-12-01T10:00:10+05:30', 5],
  ['from when it begins', 80, { startsAt: '2026-11-27T20:00:00+05:30' }, '2026-11-28T10:00:01+05:30', 1],
  ['on more days where one is too short', 40_000, { perSecond: 1 }, '2026-11-27T13:06:40+05:30', 2],
])('messages go %s', (_how, messages, schedule, ends, days) => {
  const pace = { schedule: { ...usual, ...schedule }, perSecond: 80, hours: defaultOutreachSettings };
  const end = estimateEnd(messages, pace, thursday);
  expect({ ends: end.endsMs, days: end.days }).toEqual({ ends: Date.parse(ends), days });
});

test('nothing to send ends never, and so does what no day is open for', () => {
  expect(estimateEnd(0, { schedule: usual, perSecond: 80, hours: null }, thursday)).toEqual({ endsMs: null, days: 0 });
  const closed = { hours: { days: [], opens: '10:00', closes: '18:00' }, holidays: [] };
  expect(estimateEnd(1, { schedule: usual, perSecond: 80, hours: closed }, thursday).endsMs).toBeNull();
});
