import { expect, test } from 'vitest';
import { takeTurn } from './rate';

/** When each of so many that come at once may go. */
function turns(rate: Parameters<typeof takeTurn>[0], count: number, atMs: number): readonly number[] {
  let paidAtMs = 0;
  return Array.from({ length: count }, () => {
    const turn = takeTurn(rate, paidAtMs, atMs);
    paidAtMs = turn.paidAtMs;
    return turn.goMs - atMs;
  });
}

test('without a burst they go evenly', () => {
  expect(turns({ limit: 4, periodMs: 1000, burst: 1 }, 4, 50_000)).toEqual([0, 250, 500, 750]);
});

test('a burst goes at once, and what comes behind waits for its turn', () => {
  expect(turns({ limit: 2, periodMs: 10_000, burst: 2 }, 4, 50_000)).toEqual([0, 0, 5000, 10_000]);
});

test('who comes after a rest finds the whole burst again', () => {
  const rate = { limit: 2, periodMs: 10_000, burst: 2 };
  const first = takeTurn(rate, 0, 50_000);
  const second = takeTurn(rate, first.paidAtMs, 50_000);
  const third = takeTurn(rate, second.paidAtMs, 60_000);
  expect([first.goMs, second.goMs, third.goMs]).toEqual([50_000, 50_000, 60_000]);
  expect(takeTurn(rate, third.paidAtMs, 60_000).goMs).toBe(60_000);
});
