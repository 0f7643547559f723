import { expect, test } from 'vitest';
import { emptyPlan } from '../plan/campaign-plan';
import { roomFor, type Standing } from './room';

const now = 1_000_000;
const idle: Standing = { outstanding: 0, throughput: 80, nextMs: null, today: 0, tomorrowMs: now + 50_000 };

function room(own: Partial<Standing> = {}, schedule: Partial<typeof emptyPlan.schedule> = {}) {
  return roomFor({ ...emptyPlan.schedule, ...schedule }, { ...idle, ...own }, now);
}

test('five seconds of what the number sends wait in the outbox, and two thousand at most', () => {
  expect(room().most).toBe(400);
  expect(room({ outstanding: 390 }).most).toBe(10);
  expect(room({ outstanding: 400 }).most).toBe(0);
  expect(room({ throughput: 1_000 }).most).toBe(500); // more in the next transaction
  expect(room({ throughput: 1_000, outstanding: 1_900 }).most).toBe(100);
});

test('the backlog is filled up before it runs empty', () => {
  expect(room().againAfter(400) - now).toBe(2_000); // at 80 a second 240 are left then
  expect(room({ throughput: 1_000, outstanding: 1_500 }).againAfter(500) - now).toBe(800);
  expect(room({ throughput: 1_000 }).againAfter(500)).toBe(now);
});

test('its own limit a second is kept whatever the number may send', () => {
  const first = room({}, { perSecond: 10 });
  expect(first.most).toBe(10);
  expect(first.nextAfter(10)).toBe(now + 1_000);
  expect(first.againAfter(10)).toBe(now + 1_000);
  expect(room({ nextMs: now + 1_000 }, { perSecond: 10 }).most).toBe(0);
  expect(room({ nextMs: now }, { perSecond: 10 }).most).toBe(10);
  // A late look is made up for, an idle minute is not.
  expect(room({ nextMs: now - 20 }, { perSecond: 10 }).nextAfter(10)).toBe(now + 980);
  expect(room({ nextMs: now - 60_000 }, { perSecond: 10 }).nextAfter(10)).toBe(now + 750);
});

test('what a day may have is had, and then it is tomorrow', () => {
  expect(room({ today: 95 }, { perDay: 100 }).most).toBe(5);
  expect(room({ today: 95 }, { perDay: 100 }).againAfter(5)).toBe(idle.tomorrowMs);
  expect(room({ today: 100 }, { perDay: 100 }).most).toBe(0);
  expect(room({ today: 100 }, { perDay: 100 }).againAfter(0)).toBe(idle.tomorrowMs);
});
