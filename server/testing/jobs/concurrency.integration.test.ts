import type { Inngest } from 'inngest';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type JobsFixture, startJobs } from './jobs-fixture';

/** Calls that stand at the gate until the test lets them through, and all that ever did. */
const inside: { readonly who: string; readonly leave: () => void }[] = [];
const entered: string[] = [];

function enter(who: string): Promise<string> {
  entered.push(who);
  return new Promise((resolve) => inside.push({ who, leave: () => resolve(who) }));
}

function functionsOf(client: Inngest) {
  const keyed = client.createFunction(
    { id: 'keyed', triggers: [{ event: 'keyed' }], concurrency: { limit: 1, key: 'event.data.who' } },
    ({ event, step }) => step.run('work', () => enter(event.data.who)),
  );
  const shared = ['left', 'right'].map((id) =>
    client.createFunction(
      { id, triggers: [{ event: 'shared' }], concurrency: [{ limit: 1, key: '"both"', scope: 'account' }] },
      ({ step }) => step.run('work', () => enter(id)),
    ),
  );
  const sleepy = client.createFunction(
    { id: 'sleepy', triggers: [{ event: 'sleepy' }], concurrency: 1 },
    async ({ event, step }) => {
      await step.sleep('long', '1h');
      return event.data.who;
    },
  );
  const ranked = client.createFunction(
    {
      id: 'ranked',
      triggers: [{ event: 'ranked' }],
      concurrency: 1,
      priority: { run: 'event.data.who == "important" ? 120 : 0' },
    },
    ({ event, step }) => step.run('work', () => enter(event.data.who)),
  );
  return [keyed, ...shared, sleepy, ranked];
}

let jobs: JobsFixture;

beforeAll(async () => {
  jobs = await startJobs(functionsOf);
});
afterAll(() => jobs.close());
afterEach(async () => {
  while (inside.length > 0) letGo();
  await jobs.settle();
  entered.length = 0;
});

/** Waits until so many calls are at the gate, and so many more were refused. */
async function until(wanted: { readonly inside: number; readonly refused: number }): Promise<void> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const { rows } = await jobs.db.query('SELECT 1 FROM job_items WHERE blocked_at IS NOT NULL AND queued_at IS NULL');
    if (inside.length === wanted.inside && rows.length === wanted.refused) return;
    if (performance.now() > deadline) throw new Error(`${inside.length} are inside, ${rows.length} were refused.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function letGo(): void {
  inside.shift()?.leave();
}

async function statuses(functionId: string): Promise<readonly string[]> {
  return (await jobs.runs(functionId)).map(({ status }) => status);
}

test('concurrency: one call at a time for each key', async () => {
  await jobs.send(['a', 'a', 'a', 'b'].map((who) => ({ name: 'keyed', data: { who } })));
  await until({ inside: 2, refused: 2 });
  expect([...entered].sort()).toEqual(['a', 'b']);
  letGo();
  letGo();
  await until({ inside: 1, refused: 1 });
  letGo();
  await until({ inside: 1, refused: 0 });
  letGo();
  await jobs.settle();
  expect(entered.filter((who) => who === 'a')).toHaveLength(3);
  expect(await statuses('keyed')).toEqual(['completed', 'completed', 'completed', 'completed']);
});

test('concurrency: one limit for several functions', async () => {
  await jobs.send({ name: 'shared', data: {} });
  await until({ inside: 1, refused: 1 });
  letGo();
  await until({ inside: 1, refused: 0 });
  expect([...entered].sort()).toEqual(['left', 'right']);
});

test('concurrency: who sleeps takes no place', async () => {
  await jobs.send(['a', 'b'].map((who) => ({ name: 'sleepy', data: { who } })));
  await jobs.settle();
  expect(await statuses('sleepy')).toEqual(['waiting', 'waiting']);
  await jobs.pass(3_600_000);
  expect(await statuses('sleepy')).toEqual(['completed', 'completed']);
});

test('priority: who is important goes before those that wait', async () => {
  await jobs.send({ name: 'ranked', data: { who: 'first' } });
  await until({ inside: 1, refused: 0 });
  await jobs.send({ name: 'ranked', data: { who: 'usual' } });
  await until({ inside: 1, refused: 1 });
  await jobs.send({ name: 'ranked', data: { who: 'important' } });
  await until({ inside: 1, refused: 2 });
  letGo();
  await until({ inside: 1, refused: 1 });
  expect(entered).toEqual(['first', 'important']);
  letGo();
  await until({ inside: 1, refused: 0 });
  letGo();
  await jobs.settle();
});
