import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
  runtime.startWorker();
});
afterAll(() => runtime.close());

test('when the database goes away and comes back in the middle of the work, every message is answered once', async () => {
  const people = Array.from({ length: 30 }, (_, index) => `+9198000050${String(index).padStart(2, '0')}`);
  const talking = people.map(async (phone) => {
    for (let index = 0; index < 4; index += 1) {
      await runtime.say(phone, `message ${index}`);
      await pause(40);
    }
  });
  for (let outage = 0; outage < 3; outage += 1) {
    await pause(60);
    runtime.wire.set('cut');
    await pause(300);
    runtime.wire.set('open');
  }
  await Promise.all(talking); // the fake posts again what was not taken
  await expect
    .poll(() => numbers(), { timeout: 20_000, interval: 100 })
    .toMatchObject({ messages: 120, handled: 120, open: 0 });
  const { turns, answered } = await numbers();
  expect(answered).toBe(turns);
  expect(runtime.whatsapp.ledger.doubled()).toEqual([]);
});

async function numbers() {
  const { rows } = await runtime.db.query<Record<'messages' | 'handled' | 'open' | 'turns' | 'answered', number>>(
    `SELECT (SELECT count(*) FROM inbox_entries WHERE kind = 'message')::int AS messages,
       (SELECT count(*) FROM inbox_entries WHERE kind = 'message' AND status = 'handled')::int AS handled,
       (SELECT count(*) FROM outbox_entries WHERE status IN ('queued', 'dispatching'))::int AS open,
       (SELECT count(*) FROM turns)::int AS turns,
       (SELECT count(*) FROM outbox_entries WHERE status IN ('accepted', 'unknown'))::int AS answered`,
  );
  const [row] = rows;
  if (!row) throw new Error('A count always has an answer.');
  return row;
}
