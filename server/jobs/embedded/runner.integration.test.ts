import { NonRetriableError } from 'inngest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JobsFixture, startJobs } from '../../testing/jobs/jobs-fixture';

let jobs: JobsFixture;
const bodies: string[] = [];
let release: () => void = () => undefined;
const strangerId = '0190a000-0000-7000-8000-000000000009';

beforeAll(async () => {
  jobs = await startJobs(
    (client) => [
      client.createFunction({ id: 'plain', triggers: [{ event: 'plain' }] }, ({ event }) => event.data.n),
      client.createFunction({ id: 'slow', triggers: [{ event: 'slow' }] }, ({ step }) =>
        step.run('work', async () => {
          bodies.push('slow');
          await new Promise<void>((resolve) => {
            release = resolve;
          });
          return bodies.filter((body) => body === 'slow').length;
        }),
      ),
      client.createFunction({ id: 'large', triggers: [{ event: 'large' }] }, async ({ event, step }) => {
        const texts: string[] = [];
        for (const part of ['one', 'two']) {
          texts.push(await step.run(part, () => part.repeat(750_000)));
          await step.sleep(`after ${part}`, '1s');
        }
        return [event.data.n, texts.join('').length];
      }),
      client.createFunction({ id: 'fails', retries: 0, triggers: [{ event: 'fails' }] }, ({ step }) =>
        step.run('break', () => {
          throw new NonRetriableError('It can not be done.');
        }),
      ),
      client.createFunction({ id: 'rests', triggers: [{ event: 'rests' }] }, async ({ step }) => {
        await step.waitForEvent('for an answer', { event: 'answered', timeout: '1h' });
      }),
    ],
    { checkpointing: false },
  );
});

afterAll(async () => {
  await jobs.close();
});

test('an event is stored before it is answered, whatever becomes of the runner', async () => {
  const { ids } = await jobs.send({ name: 'plain', data: { n: 1 } });
  const { rows } = await jobs.db.query('SELECT name, data FROM job_events WHERE id = ANY($1)', [ids]);
  expect(rows).toEqual([{ name: 'plain', data: { n: 1 } }]);
});

test('a post that is repeated is stored once', async () => {
  const post = () =>
    fetch(`${jobs.url}/e/key`, {
      method: 'POST',
      headers: { 'x-inngest-event-id-seed': '1700000000000,AAECAwQFBgcICQ==' },
      body: JSON.stringify([{ name: 'unheard', data: {} }]),
    }).then((response) => response.json());
  const first = await post();
  expect(await post()).toEqual(first);
  const { rows } = await jobs.db.query(`SELECT count(*)::int AS count FROM job_events WHERE name = 'unheard'`);
  expect(rows).toEqual([{ count: 1 }]);
});

test('an event that is matched twice begins one run', async () => {
  await jobs.settle();
  const before = (await jobs.runs('plain')).length;
  const { ids } = await jobs.send({ name: 'plain', data: { n: 2 } });
  await jobs.settle();
  await jobs.db.query('UPDATE job_events SET matched_at = NULL WHERE id = ANY($1)', [ids]);
  await jobs.db.query(`SELECT graphile_worker.add_job('job-events', $1)`, [JSON.stringify({ ids })]);
  await jobs.settle();
  expect((await jobs.runs('plain')).length).toBe(before + 1);
});

test('an answer that comes after somebody else took the call over is not kept', async () => {
  await jobs.db.query(`INSERT INTO worker_processes (id, seen_at) VALUES ($1, now() + interval '1 hour')`, [
    strangerId,
  ]);
  await jobs.send({ name: 'slow', data: {} });
  await until(() => bodies.length === 1);
  await jobs.db.query('UPDATE job_items SET owner = $1, generation = generation + 1', [strangerId]);
  release();
  await jobs.db.query('DELETE FROM worker_processes WHERE id = $1', [strangerId]); // the stranger dies
  await until(() => bodies.length === 2);
  release();
  await jobs.settle();
  expect(await jobs.runs('slow')).toMatchObject([{ status: 'completed', output: 2 }]);
});

test('what is too large for a call is fetched by the SDK', async () => {
  await jobs.send({ name: 'large', data: { n: 7 } });
  await jobs.settle();
  for (const _ of ['one', 'two']) await jobs.pass(1_000);
  expect(await jobs.runs('large')).toMatchObject([{ status: 'completed', output: [7, 4_500_000] }]);
});

test('people see why a run failed, and may run it again', async () => {
  const { readRun, readRuns, retryRun } = await import('../read-runs');
  await jobs.send({ name: 'fails', data: {} });
  await jobs.settle();
  const { runs } = await readRuns({ functionId: 'test-fails' });
  expect(runs).toMatchObject([{ name: 'fails', status: 'failed', problem: 'It can not be done.', waitsFor: null }]);
  const id = runs[0]?.id ?? '';
  expect((await readRun(id)).steps).toMatchObject([{ name: 'break', problem: 'It can not be done.' }]);
  const again = await retryRun(id, jobs.nowMs());
  await jobs.settle();
  expect((await readRuns({ functionId: 'test-fails', status: 'failed' })).runs.map((run) => run.id)).toEqual([
    again,
    id,
  ]);
});

test('a run that waits says for what, and is cancelled once', async () => {
  const { cancelRun, readRuns } = await import('../read-runs');
  await jobs.send({ name: 'rests', data: {} });
  await jobs.settle();
  const [run] = (await readRuns({ status: 'waiting' })).runs;
  expect(run).toMatchObject({ functionId: 'test-rests', waitsFor: 'answered' });
  await cancelRun(run?.id ?? '', jobs.nowMs());
  expect((await readRuns({ functionId: 'test-rests' })).runs).toMatchObject([{ status: 'cancelled' }]);
  await expect(cancelRun(run?.id ?? '', jobs.nowMs())).rejects.toMatchObject({ code: 'record.conflict' });
  await expect(cancelRun('01ARZ3NDEKTSV4RRFFQ69G5FAV')).rejects.toMatchObject({ code: 'record.notFound' });
});

test('what ended a week ago is forgotten', async () => {
  const { forgetOldRuns, readRuns } = await import('../read-runs');
  await jobs.settle();
  expect(await forgetOldRuns(jobs.nowMs() + 6 * 86_400_000)).toBe(0);
  expect(await forgetOldRuns(jobs.nowMs() + 8 * 86_400_000)).toBeGreaterThan(0);
  expect((await readRuns()).runs).toEqual([]);
});

test('an address that is none, and a body that is none, are refused', async () => {
  const post = (path: string, body: string) => fetch(`${jobs.url}${path}`, { method: 'POST', body });
  expect((await post('/nowhere', '{}')).status).toBe(404);
  expect((await post('/e/key', '{"data":{}}')).status).toBe(400);
  expect((await post('/fn/register', 'no json')).status).toBe(400);
});

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error('This never came true.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
