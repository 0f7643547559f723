import { expect, test } from 'vitest';
import { strengthOf } from './strength-of';

test.each([
  ['', { kind: 'empty' }],
  ['short one', { kind: 'short', missing: 3 }],
  ['aaaaaaaaaaaaaaaa', { kind: 'weak' }],
  ['MyPassword2026!', { kind: 'weak' }],
  ['ravi.kumar-2026', { kind: 'weak' }],
  ['mango-hill-42', { kind: 'fair' }],
  ['ಮಾವು ಬೆಟ್ಟ ನದಿ ಮಳೆ', { kind: 'strong' }],
  ['mango hill umbrella', { kind: 'strong' }],
])('%j is %o', (password, strength) => {
  expect(strengthOf(password, ['Ravi.Kumar'])).toEqual(strength);
});
