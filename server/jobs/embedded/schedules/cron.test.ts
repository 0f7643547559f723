import { expect, test } from 'vitest';
import { lastFire } from './cron';

const at = (text: string) => Date.parse(text);

/** That the first fire after `after` is at `expected`. */
function expectNext(schedule: string, after: string, expected: string): void {
  expect(lastFire(schedule, at(after), at(expected) - 1)).toBeUndefined();
  expect(lastFire(schedule, at(after), at(expected))).toBe(at(expected));
}

test.each([
  ['every minute', '* * * * *', '2026-03-07T12:00:30Z', '2026-03-07T12:01:00Z'],
  ['a time of day in UTC', '30 9 * * *', '2026-03-07T12:00:00Z', '2026-03-08T09:30:00Z'],
  ['a time of day in India', 'TZ=Asia/Kolkata 0 9 * * *', '2026-03-07T12:00:00Z', '2026-03-08T03:30:00Z'],
  ['the last day of months that have it', '0 0 31 * *', '2026-01-31T00:00:00Z', '2026-03-31T00:00:00Z'],
  ['either the day of the month or of the week', '0 0 13 * FRI', '2026-03-07T00:00:00Z', '2026-03-13T00:00:00Z'],
  ['Sunday as 7', '0 0 * * 7', '2026-03-07T00:00:00Z', '2026-03-08T00:00:00Z'],
  ['a name', '@hourly', '2026-03-07T12:00:00Z', '2026-03-07T13:00:00Z'],
  ['a name in a zone', 'CRON_TZ=Asia/Kolkata @daily', '2026-03-07T12:00:00Z', '2026-03-07T18:30:00Z'],
])('%s', (_, schedule, after, expected) => {
  expectNext(schedule, after, expected);
});

test('an hour that is not there fires once, an hour that is there twice does not fire twice', () => {
  const newYork = 'TZ=America/New_York 30 2 * * *';
  expectNext(newYork, '2026-03-07T07:30:00Z', '2026-03-08T07:00:00Z'); // 2:30 is skipped
  expectNext(newYork, '2026-03-08T07:00:00Z', '2026-03-09T06:30:00Z');
  const repeated = 'TZ=America/New_York 30 1 * * *';
  expectNext(repeated, '2026-10-31T05:30:00Z', '2026-11-01T05:30:00Z');
  expectNext(repeated, '2026-11-01T05:30:00Z', '2026-11-02T06:30:00Z');
});

test('the last minute that has come counts, the present one included', () => {
  const nine = at('2026-03-07T09:00:00Z');
  expect(lastFire('0 * * * *', nine - 60_000, nine)).toBe(nine);
  expect(lastFire('0 * * * *', nine - 60_000, nine - 1)).toBeUndefined();
  expect(lastFire('0 * * * *', nine - 60_000, nine + 999)).toBe(nine);
  expect(lastFire('0 * * * *', nine - 10 * 3_600_000, nine + 61_000)).toBe(nine);
  expect(lastFire('0 * * * *', nine, nine + 61_000)).toBeUndefined();
});

test('no minute is passed over or fired again while time goes on second by second', () => {
  const begin = at('2026-03-07T23:55:00Z');
  let firedMs = begin;
  const fires: string[] = [];
  for (let now = begin; now <= begin + 21 * 60_000; now += 700) {
    const fire = lastFire('*/5 * * * *', firedMs, now);
    if (fire === undefined) continue;
    firedMs = fire;
    fires.push(new Date(fire).toISOString().slice(11, 16));
  }
  expect(fires).toEqual(['00:00', '00:05', '00:10', '00:15']);
});

test.each(['', 'every day', '61 * * * *', '0 0 0 * * *', 'TZ=Nowhere/Land 0 9 * * *', '0 0 30 2 *'])(
  'no schedule, no fire: %s',
  (schedule) => {
    expect(lastFire(schedule, 0, at('2026-03-07T12:00:00Z'))).toBeUndefined();
  },
);
