import { expect, test } from 'vitest';
import { createLimitMemory } from './limit-memory';

test('what was counted is relied on for some seconds while much is left, less what was used', () => {
  const clock = { ms: 0 };
  const memory = createLimitMemory(() => clock.ms);
  expect(memory.openings()).toBeUndefined();
  memory.openingsCounted(20_000);
  memory.openingsUsed(30);
  expect(memory.openings()).toBe(19_970);
  clock.ms = 2_000;
  expect(memory.openings()).toBeUndefined();
});

test('it is counted again at each claim when it gets tight', () => {
  const memory = createLimitMemory(() => 0);
  memory.openingsCounted(2_001);
  expect(memory.openings()).toBe(2_001);
  memory.openingsUsed(1);
  expect(memory.openings()).toBeUndefined();
  memory.openingsCounted(250);
  expect(memory.openings()).toBeUndefined();
});

test('an account without a limit is asked about now and then, and so is what comes in', () => {
  const clock = { ms: 0 };
  const memory = createLimitMemory(() => clock.ms);
  expect(memory.incoming()).toBeUndefined();
  memory.openingsCounted(null);
  memory.incomingCounted({ '111': 3 });
  memory.openingsUsed(1_000_000);
  expect([memory.openings(), memory.incoming()]).toEqual([null, { '111': 3 }]);
  clock.ms = 2_000;
  expect([memory.openings(), memory.incoming()]).toEqual([undefined, undefined]);
});
