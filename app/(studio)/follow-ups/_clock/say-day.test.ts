import { expect, it } from 'vitest';
import { sayDay } from './say-day';

const now = new Date(2026, 11, 30, 22);

it('names the days around today', () => {
  expect(sayDay(new Date(2026, 11, 30, 1), now)).toBe('Today');
  expect(sayDay(new Date(2026, 11, 31, 1), now)).toBe('Tomorrow');
  expect(sayDay(new Date(2026, 11, 29, 23), now)).toBe('Yesterday');
});

it('writes other days out, with the year only where it is another', () => {
  expect(sayDay(new Date(2026, 11, 24), now)).toMatch(/Thu.*24 Dec$/);
  expect(sayDay(new Date(2027, 0, 26), now)).toMatch(/Tue.*26 Jan.*2027$/);
});
