import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type FakeWhatsApp, type FakeWhatsAppOptions, startFakeWhatsApp } from './start-fake-whatsapp';

const secrets = { appSecret: 'app-secret', accessToken: 'access-token', phoneNumberId: '220011002200110' };
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('what the app sends', () => {
  test('a message is taken, recorded with the outbox id, and answered as the Graph API does', async () => {
    const { fake } = await start();
    const answer = await post(fake, { ...hello, biz_opaque_callback_data: 'outbox-1' });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: '+919845000001', wa_id: '919845000001' }],
      messages: [{ id: fake.accepted[0]?.wamid }],
    });
    expect(fake.accepted).toMatchObject([{ index: 0, outboxId: 'outbox-1', customer: { phone: '+919845000001' } }]);
  });

  test.each([
    ['a wrong token', hello, { token: 'other' }, 401, 190],
    ['an unknown number', hello, { path: '/v25.0/1/messages' }, 400, 100],
    ['an unknown path', hello, { path: '/v25.0/220011002200110/dance' }, 404, 100],
    ['a body without messaging_product', { ...hello, messaging_product: undefined }, {}, 400, 100],
    ['a phone without +', { ...hello, to: '919845000001' }, {}, 400, 131009],
    ['nobody to send to', { ...hello, to: undefined }, {}, 400, 100],
    ['an empty text', { ...hello, text: { body: '' } }, {}, 400, 131008],
    ['a text of 4,097 characters', { ...hello, text: { body: 'x'.repeat(4097) } }, {}, 400, 100],
    ['a kind that does not exist', { ...hello, type: 'telegram' }, {}, 400, 100],
    ['four buttons', buttons(['a', 'b', 'c', 'd']), {}, 400, 131009],
    ['a button title of 21 characters', buttons(['x'.repeat(21)]), {}, 400, 131009],
    ['two buttons with one title', buttons(['yes', 'yes']), {}, 400, 131009],
    ['eleven rows', list(11), {}, 400, 131009],
    ['an unknown template', template('unknown', []), {}, 404, 132001],
    ['a template with too few variables', template('follow_up', []), {}, 400, 132000],
    ['a variable with a line break', template('follow_up', ['a\nb']), {}, 400, 132012],
  ])('%s is refused', async (_, body, how, status, code) => {
    const { fake } = await start({ templates: [{ name: 'follow_up', language: 'kn', variables: 1 }] });
    const answer = await post(fake, body, how);
    expect([answer.status, answer.json]).toMatchObject([status, { error: { code, type: 'OAuthException' } }]);
    expect(fake.accepted).toEqual([]);
    expect(fake.ledger.refused).toHaveLength(1);
  });

  test('three buttons, ten rows and the right template are taken', async () => {
    const { fake } = await start({ templates: [{ name: 'follow_up', language: 'kn', variables: 1 }] });
    for (const body of [buttons(['a', 'b', 'c']), list(10), template('follow_up', ['Asha'])]) {
      expect((await post(fake, body)).status).toBe(200);
    }
  });

  test('a user id is reachable once its owner has written', async () => {
    const { fake } = await start();
    const toBsuid = { ...hello, to: undefined, recipient: 'IN.777' };
    expect((await post(fake, toBsuid)).json).toMatchObject({ error: { code: 131026 } });
    fake.customers.meet({ phone: '+919845000007', bsuid: 'IN.777' });
    expect((await post(fake, toBsuid)).json).toMatchObject({ contacts: [{ input: 'IN.777', user_id: 'IN.777' }] });
  });

  test('a message of a customer can be marked as read, an invented one cannot', async () => {
    const { fake } = await start();
    const { id } = await fake.receiveFromCustomer({ from: '+919845000001', text: 'hi' });
    const read = { messaging_product: 'whatsapp', status: 'read', typing_indicator: { type: 'text' } };
    expect((await post(fake, { ...read, message_id: id })).json).toEqual({ success: true });
    expect((await post(fake, { ...read, message_id: 'wamid.invented' })).json).toMatchObject({
      error: { code: 131009 },
    });
    expect(fake.ledger.reads).toEqual([{ messageId: id, typing: true }]);
  });
});

describe('what the app receives', () => {
  test('every webhook is signed over its bytes, escaped letters or not', async () => {
    const { fake, app } = await start({ weather: { escapes: 0.5 } });
    for (let count = 0; count < 10; count += 1) {
      await fake.receiveFromCustomer({ from: '+919845000001', text: 'ನಮಸ್ಕಾರ 🏠' });
    }
    expect(app.requests.map(({ signature }) => signature)).toEqual(
      app.requests.map(({ body }) => `sha256=${createHmac('sha256', 'app-secret').update(body).digest('hex')}`),
    );
    expect(app.updates().map(({ text }) => text)).toEqual(Array.from({ length: 10 }, () => 'ನಮಸ್ಕಾರ 🏠'));
    expect(new Set(app.requests.map(({ body }) => /\\u/.test(body)))).toEqual(new Set([true, false]));
  });

  test('after a message come sent, delivered and read, with the outbox id', async () => {
    const { fake, app } = await start();
    await post(fake, { ...hello, biz_opaque_callback_data: 'outbox-1' });
    await fake.settled();
    expect(app.updates().map(({ status, callbackData }) => [status, callbackData])).toEqual([
      ['sent', 'outbox-1'],
      ['delivered', 'outbox-1'],
      ['read', 'outbox-1'],
    ]);
  });

  test('a message ordered to fail later is taken first, and fails by a status', async () => {
    const { fake, app } = await start();
    fake.faults.add({ kind: 'failLater', code: 131049, times: 1 });
    expect((await post(fake, hello)).status).toBe(200);
    await fake.settled();
    expect(app.updates().map(({ status }) => status)).toEqual(['sent', 'failed']);
    expect(app.requests[1]?.body).toContain('"errors":[{"code":131049');
  });

  test('a fault strikes only the sends that match, and only as often as ordered', async () => {
    const { fake } = await start();
    fake.faults.add({ kind: 'error', code: 131056, times: 2, match: ({ to }) => to === '+919845000002' });
    const statuses: number[] = [];
    for (const to of ['+919845000001', '+919845000002', '+919845000002', '+919845000002']) {
      statuses.push((await post(fake, { ...hello, to })).status);
    }
    expect(statuses).toEqual([200, 400, 400, 200]);
  });

  test('a customer who hides the phone shows only the user id', async () => {
    const { fake, app } = await start();
    const hidden = { phone: '+919845000007', bsuid: 'IN.777', username: 'meena.k', hidesPhone: true };
    await fake.receiveFromCustomer({ from: hidden, text: 'hi' });
    expect(app.requests[0]?.body).toContain('"from_user_id":"IN.777"');
    expect(app.requests[0]?.body).not.toContain('919845000007');
  });

  test('an app that answers 503 gets it again, and again, until 200', async () => {
    const { fake, app } = await start();
    app.answers.push(503, 500, 204);
    const delivery = await fake.receiveFromCustomer({ from: '+919845000001', text: 'hi' });
    expect(delivery).toMatchObject({ delivered: true, status: 200, attempts: 4 });
    expect(new Set(app.requests.map(({ body }) => body)).size).toBe(1);
  });

  test('an app that never answers 200 is given up after the attempts allowed', async () => {
    const { fake, app } = await start({ retry: { attempts: 3, longestWaitMs: 1 } });
    app.answers.push(500, 500, 500);
    const delivery = await fake.receiveFromCustomer({ from: '+919845000001', text: 'hi' });
    expect(delivery).toMatchObject({ delivered: false, status: 500, attempts: 3 });
  });

  test.each([7, 8, 9, 10])('duplicates, disorder and batches lose nothing (seed %i)', async (seed) => {
    const { fake, app } = await start({ seed });
    fake.setWeather({ duplicates: 0.5, reorders: 0.5, batchSize: 5 });
    const numbers = Array.from({ length: 40 }, (_, index) => String(index));
    await Promise.all(numbers.map((text) => fake.receiveFromCustomer({ from: '+919845000001', text })));
    await fake.settled();
    const texts = app.updates().flatMap(({ text }) => text ?? []);
    expect(texts.length).toBeGreaterThan(40);
    expect([...new Set(texts)].sort()).toEqual([...numbers].sort());
    expect(texts).not.toEqual(numbers);
    expect(app.requests.length).toBeLessThan(texts.length);
  });

  test('tapping the second choice tells its id and the message it stood in', async () => {
    const { fake, app } = await start({ weather: { statuses: [] } });
    await post(fake, buttons(['Yes', 'No']));
    await fake.tap('+919845000001', 2);
    expect(app.requests[0]?.body).toContain('"button_reply":{"id":"id-No","title":"No"}');
    expect(app.requests[0]?.body).toContain(`"id":"${fake.accepted[0]?.wamid}"`);
    expect(() => fake.tap('+919845000001', 3)).toThrow('There is no choice 3 to tap.');
  });
});

test('the same seed gives the same chance, another seed another', async () => {
  const escapes = async (seed: number) => {
    const { fake, app } = await start({ seed, weather: { escapes: 0.5 } });
    for (let count = 0; count < 20; count += 1) await fake.receiveFromCustomer({ from: '+919845000001', text: 'ಹಾಯ್' });
    return app.requests.map(({ body }) => /\\u/.test(body));
  };
  expect(await escapes(3)).toEqual(await escapes(3));
  expect(await escapes(3)).not.toEqual(await escapes(4));
});

test('only this machine gets webhooks', async () => {
  await expect(startFakeWhatsApp({ ...secrets, seed: 1, webhookUrl: 'http://example.com/webhook' })).rejects.toThrow(
    'The fake WhatsApp only talks to this machine (localhost, 127.0.0.1 or [::1])',
  );
  for (const webhookUrl of ['http://127.0.0.1.example.com/', 'http://10.0.0.1/', 'file:///etc/passwd', 'nonsense']) {
    await expect(startFakeWhatsApp({ ...secrets, seed: 1, webhookUrl })).rejects.toThrow('only talks to this machine');
  }
});

test('a fault that would never end is not accepted', async () => {
  const { fake } = await start();
  expect(() => fake.faults.add({ kind: 'reset', times: Number.POSITIVE_INFINITY })).toThrow(RangeError);
  expect(() => fake.faults.add({ kind: 'delay', ms: 1e9, times: 1 })).toThrow(RangeError);
});

const hello = { messaging_product: 'whatsapp', to: '+919845000001', type: 'text', text: { body: 'hello' } };

function buttons(titles: string[]): object {
  const action = { buttons: titles.map((title) => ({ type: 'reply', reply: { id: `id-${title}`, title } })) };
  return { ...hello, type: 'interactive', interactive: { type: 'button', body: { text: 'Which?' }, action } };
}

function list(count: number): object {
  const rows = Array.from({ length: count }, (_, index) => ({ id: String(index), title: `Row ${index}` }));
  const action = { button: 'Choose', sections: [{ rows }] };
  return { ...hello, type: 'interactive', interactive: { type: 'list', body: { text: 'Which?' }, action } };
}

function template(name: string, variables: string[]): object {
  const parameters = variables.map((text) => ({ type: 'text', text }));
  const components = [{ type: 'body', parameters }];
  return { ...hello, type: 'template', template: { name, language: { code: 'kn' }, components } };
}

async function start(options: Partial<FakeWhatsAppOptions> = {}) {
  const app = await startApp();
  const fake = await startFakeWhatsApp({ ...secrets, seed: 1, webhookUrl: app.url, ...options });
  closers.push(() => fake.close());
  return { fake, app };
}

async function post(fake: FakeWhatsApp, body: object, how: { token?: string; path?: string } = {}) {
  const url = how.path ? new URL(how.path, fake.apiBaseUrl) : `${fake.apiBaseUrl}/220011002200110/messages`;
  const headers = { authorization: `Bearer ${how.token ?? 'access-token'}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const json: unknown = await response.json();
  return { status: response.status, json };
}

/** An app that only writes down what it gets; `answers` are the statuses of its next answers, 200 after that. */
async function startApp() {
  const requests: { signature: string | undefined; body: string }[] = [];
  const answers: number[] = [];
  const server = createServer(async (request, response) => {
    const body = await readAll(request);
    requests.push({ signature: request.headers['x-hub-signature-256']?.toString(), body });
    response.writeHead(answers.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/hook`, requests, answers, updates: () => requests.flatMap(updatesOf) };
}

function updatesOf({ body }: { body: string }): { text?: string; status?: string; callbackData?: string }[] {
  const webhook: { entry: { changes: { value: Record<string, Record<string, unknown>[]> }[] }[] } = JSON.parse(body);
  return webhook.entry.flatMap(({ changes }) =>
    changes.flatMap(({ value }) => [
      ...(value.messages ?? []).map((message) => ({ text: JSON.parse(JSON.stringify(message.text)).body })),
      ...(value.statuses ?? []).map((status) => ({
        status: String(status.status),
        callbackData: String(status.biz_opaque_callback_data),
      })),
    ]),
  );
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
