import type { Inngest } from 'inngest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JobsFixture, type SeenRun, startJobs } from './jobs-fixture';

function functionsOf(client: Inngest) {
  const plain = (id: string, how: object) =>
    client.createFunction({ id, triggers: [{ event: id }], ...how }, ({ events }) => events.map(({ data }) => data.n));
  const lasting = (id: string, mode: 'skip' | 'cancel') =>
    client.createFunction(
      { id, triggers: [{ event: id }], singleton: { key: 'event.data.who', mode } },
      async ({ step }) => {
        await step.sleep('long', '1h');
      },
    );
  return [
    plain('throttled', { throttle: { limit: 2, period: '10s' } }),
    plain('limited', { rateLimit: { limit: 1, period: '1m', key: 'event.data.who' } }),
    plain('bounced', { debounce: { period: '10s', timeout: '25s', key: 'event.data.who' } }),
    plain('once', { idempotency: 'event.data.order' }),
    plain('batched', { batchEvents: { maxSize: 3, timeout: '10s', key: 'event.data.who', if: 'event.data.n < 100' } }),
    plain('plain', {}),
    lasting('skipping', 'skip'),
    lasting('replacing', 'cancel'),
  ];
}

let jobs: JobsFixture;

beforeAll(async () => {
  jobs = await startJobs(functionsOf);
});
afterAll(async () => {
  await jobs.close();
});

/** What each run was given, oldest first. */
async function given(functionId: string): Promise<readonly unknown[]> {
  const numbersOf = (run: SeenRun) => run.events.map(({ data }) => data.n);
  return (await jobs.runs(functionId)).map(numbersOf);
}

async function statuses(functionId: string): Promise<readonly string[]> {
  return (await jobs.runs(functionId)).map(({ status }) => status);
}

test('throttle: runs begin at a rate, and none is lost', async () => {
  await jobs.send([1, 2, 3, 4].map((n) => ({ name: 'throttled', data: { n } })));
  await jobs.settle();
  const completed = async () => (await statuses('throttled')).filter((status) => status === 'completed').length;
  expect(await completed()).toBe(2);
  await jobs.pass(4_999);
  expect(await completed()).toBe(2);
  await jobs.pass(1);
  expect(await completed()).toBe(3);
  await jobs.pass(5_000);
  expect(await completed()).toBe(4);
});

test('rate limit: what is too much is dropped', async () => {
  const send = (who: string, n: number) => jobs.send({ name: 'limited', data: { who, n } });
  await send('a', 1);
  await send('a', 2);
  await send('b', 3);
  await jobs.settle();
  expect([...(await given('limited'))].sort()).toEqual([[1], [3]]);
  await jobs.pass(60_000);
  await send('a', 4);
  await jobs.settle();
  expect((await given('limited')).at(-1)).toEqual([4]);
});

test('debounce: the last event counts, once it is quiet', async () => {
  const send = async (n: number) => {
    await jobs.send({ name: 'bounced', data: { who: 'a', n } });
    await jobs.settle();
  };
  await send(1);
  await jobs.pass(5_000);
  await send(2);
  await jobs.pass(9_999);
  expect(await given('bounced')).toEqual([]);
  await jobs.pass(1);
  expect(await given('bounced')).toEqual([[2]]);
});

test('debounce: it waits no longer than its timeout', async () => {
  const before = (await given('bounced')).length;
  for (const n of [1, 2, 3]) {
    await jobs.send({ name: 'bounced', data: { who: 'b', n } });
    await jobs.settle();
    await jobs.pass(n === 3 ? 6_999 : 9_000);
  }
  expect((await given('bounced')).slice(before)).toEqual([]);
  await jobs.pass(1);
  expect((await given('bounced')).slice(before)).toEqual([[3]]);
});

test('idempotency: one run for a key in a day', async () => {
  const send = async (order: string, n: number) => {
    await jobs.send({ name: 'once', data: { order, n } });
    await jobs.settle();
  };
  await send('x', 1);
  await send('x', 2);
  await send('y', 3);
  expect(await given('once')).toEqual([[1], [3]]);
  await jobs.pass(86_400_000);
  await send('x', 4);
  expect(await given('once')).toEqual([[1], [3], [4]]);
});

test('an event that is sent twice under one id begins one run', async () => {
  await jobs.send({ id: 'same', name: 'plain', data: { n: 1 } });
  await jobs.settle();
  await jobs.send({ id: 'same', name: 'plain', data: { n: 2 } });
  await jobs.send({ id: 'other', name: 'plain', data: { n: 3 } });
  await jobs.settle();
  expect(await given('plain')).toEqual([[1], [3]]);
});

test('an event of the future begins its run then', async () => {
  await jobs.send({ name: 'plain', data: { n: 4 }, ts: jobs.nowMs() + 60_000 });
  await jobs.settle();
  expect((await statuses('plain')).at(-1)).toBe('pending');
  await jobs.pass(60_000);
  expect((await statuses('plain')).at(-1)).toBe('completed');
});

test('batch: a run for as many as it takes, or for those that came in time', async () => {
  const send = async (who: string, n: number) => {
    await jobs.send({ name: 'batched', data: { who, n } });
    await jobs.settle();
  };
  for (const n of [1, 2, 3, 4]) await send('a', n);
  await send('b', 5);
  await send('b', 100);
  expect(await given('batched')).toEqual([[1, 2, 3], [100]]);
  await jobs.pass(10_000);
  const batches = await given('batched');
  expect([...batches].sort()).toEqual([[1, 2, 3], [100], [4], [5]]);
  expect((await jobs.runs('batched')).map(({ output }) => output)).toEqual(batches);
});

test('singleton: another run is skipped while one is there', async () => {
  const send = async (who: string, n: number) => {
    await jobs.send({ name: 'skipping', data: { who, n } });
    await jobs.settle();
  };
  await send('a', 1);
  await send('a', 2);
  await send('b', 3);
  expect(await given('skipping')).toEqual([[1], [3]]);
  await jobs.pass(3_600_000);
  await send('a', 4);
  expect(await given('skipping')).toEqual([[1], [3], [4]]);
});

test('singleton: a new run takes the place of the one that is there', async () => {
  const send = async (who: string) => {
    await jobs.send({ name: 'replacing', data: { who } });
    await jobs.settle();
  };
  await send('a');
  await send('b');
  await send('a');
  expect(await statuses('replacing')).toEqual(['cancelled', 'waiting', 'waiting']);
});
