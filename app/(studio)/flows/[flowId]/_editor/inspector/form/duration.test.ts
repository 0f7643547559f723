import { expect, it } from 'vitest';
import { unitOf } from './duration';

it.each([
  [30, 'seconds'],
  [90, 'seconds'],
  [600, 'minutes'],
  [7_200, 'hours'],
  [90_000, 'hours'],
  [172_800, 'days'],
  [0, 'minutes'],
])('writes %i seconds in %s', (seconds, unit) => {
  expect(unitOf(seconds)).toBe(unit);
});
