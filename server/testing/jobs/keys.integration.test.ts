import type { Inngest } from 'inngest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JobsFixture, startJobs } from './jobs-fixture';

const keys = { eventKey: 'event-key', signingKey: 'signkey-test-12345678' };

function functionsOf(client: Inngest) {
  return [
    client.createFunction({ id: 'signed', triggers: [{ event: 'signed' }] }, async ({ step }) => {
      await step.sleep('a while', '1m');
      return step.run('work', () => 'done');
    }),
  ];
}

let jobs: JobsFixture;

beforeAll(async () => {
  jobs = await startJobs(functionsOf, { keys });
});
afterAll(() => jobs.close());

test('an app that takes signed calls only is called', async () => {
  await jobs.send({ name: 'signed', data: {} });
  await jobs.settle();
  await jobs.pass(60_000);
  expect(await jobs.runs('signed')).toMatchObject([{ status: 'completed', output: 'done' }]);
});

test('who calls the app without a signature is turned away', async () => {
  const response = await fetch(`${jobs.appUrl}?fnId=test-signed&stepId=step`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(401);
});

test('the runner takes events and registrations from those who know its keys', async () => {
  const post = (path: string, body: object) =>
    fetch(`${jobs.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  expect((await post('/e/another-key', { name: 'signed', data: {} })).status).toBe(401);
  expect((await post('/fn/register', { url: jobs.appUrl, appName: 'test', functions: [] })).status).toBe(401);
  expect(await jobs.runs('signed')).toHaveLength(1);
});
