import { type Inngest, NonRetriableError, RetryAfterError, StepError } from 'inngest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BACK_OFF_MS, type JobsFixture, startJobs } from './jobs-fixture';

/** The attempts that ran, in order. */
const seen: string[] = [];

function functionsOf(client: Inngest) {
  const shaky = client.createFunction(
    { id: 'shaky', retries: 3, triggers: [{ event: 'shaky' }] },
    async ({ attempt, step }) => {
      const first = await step.run('works', () => {
        seen.push(`works ${attempt}`);
        return 1;
      });
      const second = await step.run('fails twice', () => {
        seen.push(`fails ${attempt}`);
        if (attempt < 2) throw new Error('not yet');
        return 2;
      });
      return first + second;
    },
  );
  const hopeless = client.createFunction(
    {
      id: 'hopeless',
      retries: 1,
      triggers: [{ event: 'hopeless' }],
      onFailure: ({ event, error }) => {
        seen.push(`told ${event.data.function_id}: ${error.message}`);
      },
    },
    () => {
      seen.push('tried');
      throw new Error('no way');
    },
  );
  const later = client.createFunction({ id: 'later', triggers: [{ event: 'later' }] }, ({ attempt }) => {
    seen.push(`tried ${attempt}`);
    if (attempt === 0) throw new RetryAfterError('busy', '90s');
    return 'done';
  });
  const never = client.createFunction({ id: 'never', triggers: [{ event: 'never' }] }, async ({ step }) => {
    await step.run('once', () => {
      seen.push('once');
      throw new NonRetriableError('for good');
    });
  });
  const careful = client.createFunction(
    { id: 'careful', retries: 1, triggers: [{ event: 'careful' }] },
    async ({ step }) => {
      try {
        return await step.run('fails', () => {
          seen.push('fails');
          throw new Error('bad luck');
        });
      } catch (error) {
        if (!(error instanceof StepError)) throw error;
        return step.run('instead', () => `after ${error.message}`);
      }
    },
  );
  const stoppable = client.createFunction(
    {
      id: 'stoppable',
      triggers: [{ event: 'stoppable' }],
      cancelOn: [{ event: 'stop', if: 'event.data.order == async.data.order' }],
    },
    async ({ step }) => {
      await step.sleep('long', '1d');
      return 'slept';
    },
  );
  const brief = client.createFunction(
    { id: 'brief', triggers: [{ event: 'brief' }], timeouts: { finish: '1h' } },
    async ({ step }) => {
      await step.sleep('long', '1d');
      return 'slept';
    },
  );
  const prompt = client.createFunction(
    { id: 'prompt', triggers: [{ event: 'prompt' }], timeouts: { start: '1m' }, throttle: { limit: 1, period: '1h' } },
    () => 'ran',
  );
  const witness = client.createFunction(
    { id: 'witness', triggers: [{ event: 'inngest/function.cancelled' }] },
    ({ event }) => event.data.function_id,
  );
  return [shaky, hopeless, later, never, careful, stoppable, brief, prompt, witness];
}

let jobs: JobsFixture;

beforeAll(async () => {
  jobs = await startJobs(functionsOf);
});
afterAll(() => jobs.close());
beforeEach(() => {
  seen.length = 0;
});

test('a step that fails is tried again after a while, and those before it are not', async () => {
  await jobs.send({ name: 'shaky', data: {} });
  await jobs.settle();
  await jobs.pass(BACK_OFF_MS - 1);
  expect(seen).toEqual(['works 0', 'fails 0']);
  await jobs.pass(1);
  expect(seen).toEqual(['works 0', 'fails 0', 'fails 1']);
  await jobs.pass(BACK_OFF_MS);
  expect(seen).toEqual(['works 0', 'fails 0', 'fails 1', 'fails 2']);
  expect(await jobs.runs('shaky')).toMatchObject([{ status: 'completed', output: 3 }]);
});

test('after its last attempt a run has failed, and onFailure hears of it', async () => {
  await jobs.send({ name: 'hopeless', data: {} });
  await jobs.settle();
  await jobs.pass(BACK_OFF_MS);
  await jobs.pass(BACK_OFF_MS);
  expect(await jobs.runs('hopeless')).toMatchObject([{ status: 'failed', error: { message: 'no way' } }]);
  expect(seen).toEqual(['tried', 'tried', 'told test-hopeless: no way']);
});

test('a function says itself when it wants to be tried again', async () => {
  await jobs.send({ name: 'later', data: {} });
  await jobs.settle();
  await jobs.pass(88_000);
  expect(seen).toEqual(['tried 0']);
  await jobs.pass(2_000);
  expect(seen).toEqual(['tried 0', 'tried 1']);
  expect(await jobs.runs('later')).toMatchObject([{ status: 'completed', output: 'done' }]);
});

test('what can not be retried fails at once', async () => {
  await jobs.send({ name: 'never', data: {} });
  await jobs.settle();
  expect(await jobs.runs('never')).toMatchObject([{ status: 'failed', error: { message: 'for good' } }]);
  expect(seen).toEqual(['once']);
});

test('a function catches a step that has failed for good and goes on', async () => {
  await jobs.send({ name: 'careful', data: {} });
  await jobs.settle();
  await jobs.pass(BACK_OFF_MS);
  expect(seen).toEqual(['fails', 'fails']);
  expect(await jobs.runs('careful')).toMatchObject([{ status: 'completed', output: 'after bad luck' }]);
});

test('an event cancels the runs that it means, and no others', async () => {
  await jobs.send([
    { name: 'stoppable', data: { order: 'a' } },
    { name: 'stoppable', data: { order: 'b' } },
  ]);
  await jobs.settle();
  await jobs.send({ name: 'stop', data: { order: 'a' } });
  await jobs.settle();
  const statuses = async () =>
    Object.fromEntries((await jobs.runs('stoppable')).map((run) => [run.events[0]?.data.order, run.status]));
  expect(await statuses()).toEqual({ a: 'cancelled', b: 'waiting' });
  expect((await jobs.runs('witness')).map(({ output }) => output)).toEqual(['test-stoppable']);
  await jobs.pass(86_400_000);
  expect(await statuses()).toEqual({ a: 'cancelled', b: 'completed' });
});

test('a run that does not end in time is cancelled', async () => {
  await jobs.send({ name: 'brief', data: {} });
  await jobs.settle();
  await jobs.pass(3_600_000);
  expect(await jobs.runs('brief')).toMatchObject([{ status: 'cancelled' }]);
});

test('a run that does not begin in time is cancelled', async () => {
  await jobs.send([
    { name: 'prompt', data: {} },
    { name: 'prompt', data: {} },
  ]);
  await jobs.settle();
  await jobs.pass(60_000);
  expect((await jobs.runs('prompt')).map(({ status }) => status).sort()).toEqual(['cancelled', 'completed']);
});
