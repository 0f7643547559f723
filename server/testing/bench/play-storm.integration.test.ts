import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { playStorm } from './play-storm';

// A small storm, with two workers; `npm run bench:faults` raises a large one around the whole product.

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
});
afterAll(() => runtime.close());

test('through a storm of faults and repetitions nothing is lost, doubled, out of order or hidden', async () => {
  const options = { sendDeadlineMs: 1000, holdUnknownMs: 500 };
  const start = () => [runtime.startWorker(options), runtime.startWorker(options)];
  let workers = start();
  const restart = async (between: () => Promise<void>): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await between();
    workers = start();
  };
  const stage = { fake: runtime.whatsapp, databaseUrl: () => runtime.databaseUrl, restart };
  // The test's flow gives up after ten answers in a row that it does not understand: nobody writes so many.
  const plan = { seed: 7, sends: 150, contacts: 40, rate: 60, severity: 2 };
  const { verdict, hidden, ...outcome } = await playStorm(stage, plan, new AbortController().signal);
  expect({ ...verdict, hidden }).toMatchObject({ lost: [], doubled: [], outOfOrder: [], hidden: [] });
  expect(outcome).toMatchObject({ neverTaken: 0, harmed: 0, drained: 'drained' });
  expect(outcome.copies).toBeGreaterThan(outcome.messages);
}, 60_000);
