import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

let post: () => Promise<number>;

beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  vi.stubEnv('INNGEST_SIGNING_KEY', 'signkey-prod-0011223344556677');
  vi.stubEnv('INNGEST_EVENT_KEY', 'key');
  const { POST } = await import('./route');
  const url = 'http://localhost:3000/api/inngest?fnId=vaarta-anything&stepId=step';
  const call = { method: 'POST', body: '{}', headers: { host: 'localhost:3000' } };
  post = async () => (await POST(new NextRequest(url, call), undefined)).status;
}, 60_000); // every job is loaded, and all that they need

afterAll(() => {
  vi.unstubAllEnvs();
});

test('with a signing key a call that is not signed is refused', async () => {
  expect(await post()).toBe(401);
});

test('nobody from outside calls the jobs while they run within the app', async () => {
  vi.stubEnv('INNGEST_SIGNING_KEY', '');
  expect(await post()).toBe(404);
});
