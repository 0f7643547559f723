import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log } from '../log';
import { startLoop } from './loop';

vi.mock('../log', () => ({ log: { error: vi.fn() } }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a loop looks again when its rest is over, and at once when it is called', async () => {
  let looks = 0;
  const loop = startLoop('test', async () => {
    looks += 1;
    return 1_000;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toBe(2);
  loop.wake();
  loop.wake(300);
  await vi.advanceTimersByTimeAsync(1);
  expect(looks).toBe(3);
  await loop.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(looks).toBe(3);
});

test('calls that come while it looks are answered by one more look, and never by two at once', async () => {
  let running = 0;
  let most = 0;
  let looks = 0;
  const loop = startLoop('test', async () => {
    running += 1;
    looks += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 50));
    running -= 1;
    return 60_000;
  });
  await vi.advanceTimersByTimeAsync(10);
  for (let call = 0; call < 5; call += 1) loop.wake();
  await vi.advanceTimersByTimeAsync(200);
  expect([looks, most]).toEqual([2, 1]);
  const stopped = loop.stop();
  await vi.advanceTimersByTimeAsync(100);
  await stopped;
});

test('under constant calls there is a pause between looks', async () => {
  let looks = 0;
  const loop = startLoop(
    'test',
    async () => {
      looks += 1;
      return 0;
    },
    10,
  );
  await vi.advanceTimersByTimeAsync(105);
  expect(looks).toBeLessThanOrEqual(11);
  expect(looks).toBeGreaterThan(8);
  await loop.stop();
});

test('a look that fails is followed by another, later each time, and while the database is away it is told once', async () => {
  const times: number[] = [];
  const loop = startLoop('test', async () => {
    times.push(Date.now());
    throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
  });
  await vi.advanceTimersByTimeAsync(1_500);
  const rests = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(rests).toEqual([200, 400, 800]);
  expect(log.error).toHaveBeenCalledTimes(1);
  await loop.stop();
});
