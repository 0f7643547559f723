import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerWebhooksFirst } from './webhooks-first';

const next = createServer((request, response) => response.end(`next ${request.method} ${request.url}`));
let address: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => next.listen(0, '127.0.0.1', resolve));
  const bound = next.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
  answerWebhooksFirst();
});
afterAll(() => next.close());

test('webhooks are answered before Next sees them, and everything else goes to Next', async () => {
  expect(await ask('GET', '/flows')).toEqual([200, 'next GET /flows']); // the request by which the server is known
  expect(await ask('POST', '/api/webhooks/nobody')).toEqual([404, 'not found']);
  expect(await ask('POST', '/api/webhooks/nobody?a=b')).toEqual([404, 'not found']);
  expect(await ask('GET', '/api/webhooks/nobody')).toEqual([200, 'next GET /api/webhooks/nobody']);
  expect(await ask('POST', '/api/trpc/simulator.send')).toEqual([200, 'next POST /api/trpc/simulator.send']);
  expect(await ask('POST', '/api/webhooks/nobody/else')).toEqual([200, 'next POST /api/webhooks/nobody/else']);
});

async function ask(method: string, path: string): Promise<[number, string]> {
  const response = await fetch(address + path, { method });
  return [response.status, await response.text()];
}
