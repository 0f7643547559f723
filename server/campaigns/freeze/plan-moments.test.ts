import { expect, test } from 'vitest';
import { outreachSettings } from '../../outreach/outreach-settings';
import { planMoments } from './plan-moments';

const settings = outreachSettings.parse({
  hours: { days: [1, 2, 3, 4, 5], opens: '10:00', closes: '18:00' },
  holidays: [{ date: '2027-03-30', name: 'Holi' }],
});
const hourMs = 3_600_000;
/** Thursday, 12:00 in India. */
const startMs = Date.parse('2027-03-25T12:00:00+05:30');

function moments(own: Partial<Parameters<typeof planMoments>[0]> = {}) {
  return planMoments({ channel: 'whatsapp', startMs, days: 1, settings, ...own });
}

test('a campaign of one day begins at once for everybody who may be written to, and for others when they may be', () => {
  const { momentOf } = moments();
  expect(momentOf(0, 'Asia/Kolkata')).toBe(startMs);
  expect(momentOf(7, 'Asia/Kolkata')).toBe(startMs);
  expect(momentOf(3, 'America/New_York')).toBe(Date.parse('2027-03-25T10:00:00-04:00'));
});

test('over days it is spread evenly, within the allowed hours, not on weekends and holidays', () => {
  const { momentOf } = moments({ days: 4 });
  const byDay = new Map<string, number>();
  for (let place = 0; place < 1_000; place += 1) {
    const at = momentOf(place, 'Asia/Kolkata') ?? 0;
    const local = new Date(at + 5.5 * hourMs);
    expect(local.getUTCHours()).toBeGreaterThanOrEqual(10);
    expect(local.getUTCHours()).toBeLessThan(18);
    const day = local.toISOString().slice(0, 10);
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
  }
  expect([...byDay.keys()].sort()).toEqual(['2027-03-25', '2027-03-26', '2027-03-29', '2027-03-31']);
  for (const count of byDay.values()) expect(Math.abs(count - 250)).toBeLessThanOrEqual(2);
});

test.each([
  ['spring, an hour is missing', '2027-03-27T23:00:00Z', 'Europe/Berlin'],
  ['autumn, an hour comes twice', '2027-10-30T22:00:00Z', 'Europe/Berlin'],
  ['the end of a month', '2027-04-30T18:00:00Z', 'Asia/Kolkata'],
])('across %s nobody is left out and nobody is written to at night', (_name, start, timezone) => {
  const everyDay = outreachSettings.parse({ hours: { days: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '21:00' } });
  const { momentOf } = moments({ startMs: Date.parse(start), days: 3, settings: everyDay });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' });
  for (let place = 0; place < 300; place += 1) {
    const at = momentOf(place, timezone);
    const hour = Number(clock.format(at));
    expect(hour >= 9 && hour < 21).toBe(true);
  }
});

test('nobody is planned where no day is open, and simulated contacts have no night', () => {
  const never = { ...settings, hours: { ...settings.hours, days: [] } };
  expect(moments({ settings: never }).momentOf(0, 'Asia/Kolkata')).toBeUndefined();
  const night = Date.parse('2027-03-25T02:00:00+05:30');
  expect(moments({ startMs: night, channel: 'simulator' }).momentOf(0, 'Asia/Kolkata')).toBe(night);
});
