import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { EffectRequest } from '@/flows/schema/events';
import { performHttp } from './http';
import { refusedAddress } from './safe-lookup';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const effect: EffectRequest = { type: 'http', method: 'GET', url: '', headers: {}, body: null, timeoutSeconds: 2 };

test('an answer comes back as JSON, or as text when it is none', async () => {
  const url = await serve((request, response) =>
    response.end(request.url === '/json' ? '{"rate": 8.5}' : 'eight and a half'),
  );
  expect(await call({ url: `${url}/json` })).toEqual({ ok: true, status: 200, body: { rate: 8.5 } });
  expect(await call({ url: `${url}/text` })).toEqual({ ok: true, status: 200, body: 'eight and a half' });
});

test('the body, the method and the idempotency key go along; headers that would reroute the call do not', async () => {
  const url = await serve((request, response) => {
    request.setEncoding('utf8').on('data', (body: string) => {
      const { host, 'idempotency-key': key, 'x-team': team } = request.headers;
      response.end(JSON.stringify({ method: request.method, host, key, team, body }));
    });
  });
  const headers = { Host: 'elsewhere.example', 'X-Team': 'loans\r\nx: y', 'Idempotency-Key': 'mine' };
  expect(await call({ url, method: 'POST', body: '{"a":1}', headers })).toMatchObject({
    body: { method: 'POST', host: new URL(url).host, key: 'key-1', team: 'loansx: y', body: '{"a":1}' },
  });
});

const misbehaviours: readonly [string, string, RequestListener][] = [
  ['a slow answer', 'call.timedOut', () => undefined],
  ['an answer without end', 'answer.tooLarge', (_request, response) => response.write('x'.repeat(300 * 1024))],
  ['a redirect', 'answer.redirect', (_request, response) => response.writeHead(302, { location: '/' }).end()],
  ['a broken connection', 'call.failed', (request) => request.destroy()],
];

test.each(misbehaviours)('%s is a named failure and not an exception', async (_name, code, answer) => {
  const url = await serve(answer);
  expect(await call({ url, timeoutSeconds: 0.3 })).toEqual({ ok: false, code });
});

test.each([
  'http://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'https://user:password@example.com/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://169.254.169.254/latest/meta-data',
  'https://10.1.2.3/',
  'https://172.20.0.1/',
  'https://192.168.1.1/',
  'https://100.64.0.1/',
  'https://[fd00::1]/',
  'https://[fe80::1]/',
  'https://0.0.0.0/',
  'not an address',
])('a flow cannot call %s', async (url) => {
  const result = await performHttp({ ...effect, url }, { idempotencyKey: 'key-1', allowLoopback: false });
  expect(result).toMatchObject({ ok: false, code: expect.stringMatching(/^(url|address)\./) });
});

test('a name that leads into our own network is refused when it is resolved', async () => {
  const result = await performHttp(
    { ...effect, url: 'https://localhost/' },
    { idempotencyKey: 'key-1', allowLoopback: false },
  );
  expect(result).toEqual({ ok: false, code: 'address.private' });
});

test('addresses of the open internet are not refused', () => {
  for (const address of ['8.8.8.8', '104.16.1.1', '2606:4700::1111', '2404:6800:4007::200e']) {
    expect(refusedAddress(address, false)).toBe(false);
  }
});

function call(changes: Partial<EffectRequest>) {
  return performHttp({ ...effect, ...changes }, { idempotencyKey: 'key-1', allowLoopback: true });
}

function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    });
  });
}
