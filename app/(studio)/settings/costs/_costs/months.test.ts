import { expect, test } from 'vitest';
import { daysOfMonth, lastMonths, todayInIndia } from './months';

test('a day in India begins at half past six in the evening before, by UTC', () => {
  expect(todayInIndia(Date.parse('2026-11-30T18:29:00Z'))).toBe('2026-11-30');
  expect(todayInIndia(Date.parse('2026-11-30T18:31:00Z'))).toBe('2026-12-01');
});

test('months go back over the turn of the year', () => {
  expect(lastMonths('2026-02-28', 3)).toEqual(['2026-02', '2026-01', '2025-12']);
});

test('a month ends on its last day', () => {
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});
