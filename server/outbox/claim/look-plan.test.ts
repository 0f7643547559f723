import { expect, test } from 'vitest';
import { createLookPlan } from './look-plan';

test('where the first messages cannot leave, those behind them are looked for, once a second', () => {
  const clock = { ms: 0 };
  const plan = createLookPlan(() => clock.ms);
  const look = (touched: number) => {
    const { width } = plan.next();
    plan.hear(touched, 1);
    return width;
  };
  expect([look(3), look(0), look(7), look(0), look(0)]).toEqual([500, 500, 5_000, 5_000, 500]);
  clock.ms = 999;
  expect([look(0), look(0)]).toEqual([500, 500]);
  clock.ms = 1_000;
  expect([look(0), look(0), look(0)]).toEqual([500, 5_000, 500]);
});

test('slow looks claim further ahead, up to half a second, and quick ones less again', () => {
  const plan = createLookPlan();
  const aheadAfter = (looks: number, tookMs: number) => {
    for (let look = 0; look < looks; look += 1) plan.hear(1, tookMs);
    return plan.next().aheadMs;
  };
  expect(plan.next().aheadMs).toBe(150);
  expect(aheadAfter(1, 100)).toBe(150);
  expect(aheadAfter(40, 80)).toBeCloseTo(240, -1);
  expect(aheadAfter(40, 1_000)).toBe(500);
  expect(aheadAfter(40, 3)).toBe(150);
});
