import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
});
afterAll(() => runtime.close());

test('a process is well while its database answers and its worker beats', async () => {
  const { readHealth } = await import('./read-health');
  const { startWorker, stopWorker } = await import('../start-worker');
  expect(await readHealth()).toMatchObject({ ok: false, database: 'ok', worker: { id: null, beatAgeMs: null } });
  await startWorker();
  await expect.poll(async () => (await readHealth()).ok).toBe(true);
  await runtime.say('+919800004001', 'Hello');
  await runtime.whatsapp.ledger.waitFor((sends) => sends.length === 1, 5_000);
  await runtime.whatsapp.settled();
  await expect
    .poll(async () => (await readHealth()).backlog)
    .toEqual({
      dueContacts: 0,
      oldestDueSeconds: 0,
      queuedMessages: 0,
      putOffMessages: 0,
      pendingStatuses: 0,
      unknownSends: 0,
      openAlerts: 0,
    });
  await stopWorker();
  const { rows } = await runtime.db.query('SELECT 1 FROM worker_processes');
  expect(rows).toEqual([]);
  expect((await readHealth()).ok).toBe(false);
});
