import { expect, test } from 'vitest';
import { createPace } from './pace';

test('a new process takes few messages, more with each that gets through, and never more than it may', () => {
  const pace = createPace();
  expect(pace.room(0)).toBe(2);
  for (let sent = 0; sent < 40; sent += 1) pace.hear('accepted');
  expect(pace.room(0)).toBe(7);
  for (let sent = 0; sent < 1_000; sent += 1) pace.hear('accepted');
  expect(pace.room(0)).toBe(32);
});

test('there is room only until enough are under way, and less after a send in doubt', () => {
  const pace = createPace();
  expect([7, 8, 20].map((busy) => pace.room(busy))).toEqual([1, 0, 0]);
  for (let sent = 0; sent < 1_000; sent += 1) pace.hear('accepted');
  expect(pace.room(120)).toBe(8);
  pace.hear('unknown');
  expect(pace.room(0)).toBe(16);
});
