import { expect, test } from 'vitest';
import type { SendProgress } from '../whatsapp-types';
import { stageOf } from './stage-of';

test.each([
  ['queued', 'none', 'waiting', false],
  ['dispatching', 'none', 'leaving', false],
  ['accepted', 'none', 'taken', false],
  ['accepted', 'sent', 'taken', false],
  ['accepted', 'delivered', 'delivered', false],
  ['accepted', 'read', 'read', true],
  ['accepted', 'failed', 'failed', true],
  ['rejected', 'none', 'failed', true],
  ['cancelled', 'none', 'failed', true],
  ['unknown', 'none', 'unknown', false],
] as const)('a message that is %s and %s is %s', (status, delivery, name, isLast) => {
  const progress: SendProgress = { status, delivery, problemCode: null, problemDetail: null };
  expect(stageOf(progress)).toEqual({ name, isLast });
});
