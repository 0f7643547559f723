import { expect, test } from 'vitest';
import { findHidden } from './find-hidden';

const accepted = [{ outboxId: 'o', wamid: 'w' }];
const told = 'WhatsApp did not answer in time.';

test.each([
  ['accepted', null, accepted, []],
  ['unknown', told, accepted, ['w']],
  ['unknown', told, [], []],
  ['rejected', told, [], []],
  ['cancelled', told, [], []],
])('%s (%s) is honest', (status, problem, taken, silent) => {
  expect(findHidden([{ id: 'o', status, problem }], taken, new Set(silent))).toEqual([]);
});

test.each([
  ['unknown although a status came', 'unknown', told, accepted, []],
  ['unknown and told to nobody', 'unknown', null, accepted, ['w']],
  ['refused although it was taken', 'rejected', told, accepted, []],
  ['waiting although it was taken', 'queued', null, accepted, []],
  ['accepted although it never was', 'accepted', null, [], []],
  ['waiting for ever', 'queued', null, [], []],
  ['on its way for ever', 'dispatching', null, [], []],
  ['refused without a reason', 'rejected', null, [], []],
])('%s is hidden', (_, status, problem, taken, silent) => {
  expect(findHidden([{ id: 'o', status, problem }], taken, new Set(silent))).toHaveLength(1);
});
