import type { Inngest } from 'inngest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JobsFixture, startJobs } from './jobs-fixture';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function functionsOf(client: Inngest) {
  const scheduled = (id: string, cron: string) =>
    client.createFunction({ id, triggers: [{ cron }] }, ({ event }) => ({ name: event.name, data: event.data }));
  return [
    scheduled('quarterly', '*/15 * * * *'),
    scheduled('india', 'TZ=Asia/Kolkata 0 9 * * *'),
    scheduled('new-york', 'TZ=America/New_York 30 2 * * *'),
  ];
}

let jobs: JobsFixture;

beforeAll(async () => {
  // The day before New York's clocks go ahead: the next 2:30 there does not exist.
  jobs = await startJobs(functionsOf, { beginMs: Date.parse('2026-03-07T12:01:00Z') });
  await jobs.pass(0); // from now on the schedules count
});
afterAll(() => jobs.close());

/** The minutes for which a function has run. */
async function fired(functionId: string): Promise<readonly unknown[]> {
  return (await jobs.runs(functionId)).map(({ events }) => events[0]?.data.fireAt);
}

test('a run begins in its minute, and knows which', async () => {
  await jobs.pass(14 * MINUTE_MS - 1);
  expect(await fired('quarterly')).toEqual([]);
  await jobs.pass(1);
  expect((await jobs.runs('quarterly')).map(({ output }) => output)).toEqual([
    {
      name: 'inngest/scheduled.timer',
      data: {
        cron: '*/15 * * * *',
        fireAt: '2026-03-07T12:15:00.000Z',
        scheduledAt: '2026-03-07T12:15:00.000Z',
      },
    },
  ]);
});

test('of many who look at once, one begins it', async () => {
  const [{ fireDue }, { knownFunctions }, { getPool }] = await Promise.all([
    import('../../jobs/embedded/schedules/fire-due'),
    import('../../jobs/embedded/registry/registry'),
    import('../../db/pool'),
  ]);
  const functions = await knownFunctions();
  const others = Array.from({ length: 8 }, () => fireDue(functions, jobs.nowMs() + 15 * MINUTE_MS, getPool()));
  await Promise.all([jobs.pass(15 * MINUTE_MS), ...others]);
  expect(await fired('quarterly')).toEqual(['2026-03-07T12:15:00.000Z', '2026-03-07T12:30:00.000Z']);
});

test('after a day without anybody each schedule makes up for its last minute only', async () => {
  await jobs.pass(24 * HOUR_MS + 5 * MINUTE_MS);
  expect((await fired('quarterly')).slice(2)).toEqual(['2026-03-08T12:30:00.000Z']);
  expect(await fired('india')).toEqual(['2026-03-08T03:30:00.000Z']);
  expect(await fired('new-york')).toEqual(['2026-03-08T07:00:00.000Z']); // 3:00 there, when 2:30 was skipped
});

test('a clock that goes back fires nothing again, and nothing is left out when it comes round', async () => {
  await jobs.pass(-HOUR_MS);
  await jobs.pass(59 * MINUTE_MS);
  expect(await fired('quarterly')).toHaveLength(3);
  await jobs.pass(15 * MINUTE_MS);
  expect((await fired('quarterly')).slice(3)).toEqual(['2026-03-08T12:45:00.000Z']);
  expect(await fired('india')).toHaveLength(1);
});
