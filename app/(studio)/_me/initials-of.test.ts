import { expect, test } from 'vitest';
import { initialsOf } from './initials-of';

test.each([
  ['Ravi Kumar', 'RK'],
  [' asha  devi rao ', 'AR'],
  ['ಮೀನಾ', 'ಮೀ'],
  ['', ''],
])('%j is %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
