import type { Inngest } from 'inngest';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type JobsFixture, startJobs } from './jobs-fixture';

/** What ran, in order. */
const seen: string[] = [];

function functionsOf(client: Inngest) {
  const chain = client.createFunction({ id: 'chain', triggers: [{ event: 'chain' }] }, async ({ event, step }) => {
    const one = await step.run('add', () => {
      seen.push('first');
      return Number(event.data.from) + 1;
    });
    const two = await step.run(
      'add',
      (n: number) => {
        seen.push('second');
        return n + 1;
      },
      one,
    );
    return { two };
  });
  const side = client.createFunction({ id: 'side', triggers: [{ event: 'side' }] }, async ({ step }) => {
    const parts = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        step.run(name, () => {
          seen.push(name);
          return name;
        }),
      ),
    );
    return step.run('join', () => parts.join(''));
  });
  const race = client.createFunction({ id: 'race', triggers: [{ event: 'race' }] }, async ({ step }) =>
    Promise.race([step.sleep('long', '1h').then(() => 'long'), step.run('quick', () => 'quick')]),
  );
  const sleeper = client.createFunction({ id: 'sleeper', triggers: [{ event: 'sleeper' }] }, async ({ step }) => {
    await step.sleep('a while', '10m');
    seen.push('awake');
    return 'rested';
  });
  const until = client.createFunction({ id: 'until', triggers: [{ event: 'until' }] }, async ({ event, step }) => {
    await step.sleepUntil('then', new Date(event.data.at));
    return 'then';
  });
  const waiter = client.createFunction({ id: 'waiter', triggers: [{ event: 'order' }] }, async ({ step }) => {
    const paid = await step.waitForEvent('paid', {
      event: 'paid',
      timeout: '1h',
      if: 'event.data.order == async.data.order && async.data.amount > 10',
    });
    return paid === null ? 'nobody paid' : paid.data.amount;
  });
  const matcher = client.createFunction({ id: 'matcher', triggers: [{ event: 'order' }] }, async ({ step }) => {
    const paid = await step.waitForEvent('paid', { event: 'paid', timeout: '1h', match: 'data.order' });
    return paid?.data.amount ?? null;
  });
  const teller = client.createFunction({ id: 'teller', triggers: [{ event: 'tell' }] }, async ({ step }) => {
    const { ids } = await step.sendEvent('told', [
      { name: 'told', data: { n: 1 } },
      { name: 'told', data: { n: 2 } },
    ]);
    return ids.length;
  });
  const told = client.createFunction({ id: 'told', triggers: [{ event: 'told' }] }, async ({ event }) => event.data.n);
  const half = client.createFunction({ id: 'half', triggers: [{ event: 'half' }] }, async ({ event, step }) =>
    step.run('half', () => {
      if (event.data.n % 2 === 1) throw new Error('odd');
      return event.data.n / 2;
    }),
  );
  const invoker = client.createFunction(
    { id: 'invoker', triggers: [{ event: 'invoker' }] },
    async ({ event, step }) => {
      try {
        return await step.invoke('half of it', { function: half, data: { n: event.data.n } });
      } catch (error) {
        return `caught: ${error instanceof Error ? error.message : ''}`;
      }
    },
  );
  const impatient = client.createFunction({ id: 'impatient', triggers: [{ event: 'impatient' }] }, async ({ step }) => {
    try {
      return await step.invoke('rest', { function: sleeper, data: {}, timeout: '1m' });
    } catch {
      return 'too long';
    }
  });
  return [chain, side, race, sleeper, until, waiter, matcher, teller, told, half, invoker, impatient];
}

describe.each([
  ['with checkpoints', true],
  ['with a call for each step', false],
])('%s', (_, checkpointing) => {
  let jobs: JobsFixture;

  beforeAll(async () => {
    jobs = await startJobs(functionsOf, { checkpointing });
  });
  afterAll(() => jobs.close());
  beforeEach(() => {
    seen.length = 0;
  });

  async function outputs(functionId: string): Promise<readonly unknown[]> {
    return (await jobs.runs(functionId)).map(({ output }) => output);
  }

  test('steps of one name are told apart, and none runs twice', async () => {
    await jobs.send({ name: 'chain', data: { from: 1 } });
    await jobs.settle();
    expect(await jobs.runs('chain')).toMatchObject([{ status: 'completed', output: { two: 3 } }]);
    expect(seen).toEqual(['first', 'second']);
  });

  test('parallel steps each run once and are joined', async () => {
    await jobs.send({ name: 'side', data: {} });
    await jobs.settle();
    expect(await jobs.runs('side')).toMatchObject([{ status: 'completed', output: 'abc' }]);
    expect([...seen].sort()).toEqual(['a', 'b', 'c']);
  });

  test('the first of two wins a race', async () => {
    await jobs.send({ name: 'race', data: {} });
    await jobs.settle();
    await jobs.pass(3_600_000);
    expect(await jobs.runs('race')).toMatchObject([{ status: 'completed', output: 'quick' }]);
  });

  test('a run sleeps for as long as it asked for', async () => {
    await jobs.send({ name: 'sleeper', data: {} });
    await jobs.settle();
    await jobs.pass(599_000);
    expect(await jobs.runs('sleeper')).toMatchObject([{ status: 'waiting' }]);
    await jobs.pass(1_000);
    expect(await jobs.runs('sleeper')).toMatchObject([{ status: 'completed', output: 'rested' }]);
    expect(seen).toEqual(['awake']);
  });

  test('a run sleeps until a moment', async () => {
    await jobs.send({ name: 'until', data: { at: new Date(jobs.nowMs() + 86_400_000).toISOString() } });
    await jobs.settle();
    await jobs.pass(86_399_000);
    expect(await jobs.runs('until')).toMatchObject([{ status: 'waiting' }]);
    await jobs.pass(1_000);
    expect(await jobs.runs('until')).toMatchObject([{ status: 'completed', output: 'then' }]);
  });

  test('a run waits for the event that its expression or its match describes', async () => {
    await jobs.send([
      { name: 'order', data: { order: 'x' } },
      { name: 'order', data: { order: 'y' } },
    ]);
    await jobs.settle();
    await jobs.send({ name: 'paid', data: { order: 'x', amount: 5 } });
    await jobs.settle();
    await jobs.send({ name: 'paid', data: { order: 'x', amount: 50 } });
    await jobs.settle();
    expect([...(await outputs('waiter'))].sort()).toEqual([50, null]);
    expect([...(await outputs('matcher'))].sort()).toEqual([5, null]);
    await jobs.pass(3_600_000);
    expect([...(await outputs('waiter'))].sort()).toEqual([50, 'nobody paid']);
    const runs = [...(await jobs.runs('waiter')), ...(await jobs.runs('matcher'))];
    expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['completed']));
  });

  test('events are sent from a run', async () => {
    await jobs.send({ name: 'tell', data: {} });
    await jobs.settle();
    expect(await outputs('teller')).toEqual([2]);
    expect([...(await outputs('told'))].sort()).toEqual([1, 2]);
  });

  test('a run invokes a function and gets what it gave', async () => {
    await jobs.send({ name: 'invoker', data: { n: 8 } });
    await jobs.settle();
    expect(await outputs('invoker')).toEqual([4]);
  });

  test('a run hears that the function which it invoked has failed', async () => {
    await jobs.send({ name: 'invoker', data: { n: 9 } });
    await jobs.settle();
    for (let attempt = 1; attempt < 5; attempt += 1) await jobs.pass(3_600_000);
    const last = (await jobs.runs('invoker')).at(-1);
    expect(last).toMatchObject({ status: 'completed', output: expect.stringContaining('odd') });
  });

  test('a run waits for a function which it invoked no longer than it wants to', async () => {
    await jobs.send({ name: 'impatient', data: {} });
    await jobs.settle();
    await jobs.pass(60_000);
    expect(await outputs('impatient')).toEqual(['too long']);
  });
});
