import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { FaultKind } from '../../testing/fake-whatsapp/faults';
import { startFakeWhatsApp } from '../../testing/fake-whatsapp/start-fake-whatsapp';
import type { WhatsAppConfig } from './config';
import { markRead } from './mark-read';
import { sendMessage } from './send';

const phone = '+919845000001';
const secrets = { appSecret: 'app-secret', accessToken: 'access-token', phoneNumberId: '220011002200110' };
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

test('a message is taken once, with our outbox id and the phone with +', async () => {
  const { fake, send } = await start();
  const result = await send({ phone: '91 98450-00001' });
  expect(result).toEqual({ ok: true, externalId: fake.accepted[0]?.wamid });
  expect(fake.accepted).toHaveLength(1);
  expect(fake.accepted[0]?.body).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: phone,
    biz_opaque_callback_data: 'outbox-1',
    type: 'text',
    text: { preview_url: false, body: 'ನಮಸ್ಕಾರ' },
  });
});

test('without a phone the user id is written to', async () => {
  const { fake, send } = await start();
  fake.customers.meet({ phone, bsuid: 'IN.777' });
  expect(await send({ bsuid: 'IN.777' })).toMatchObject({ ok: true });
  expect(fake.accepted[0]?.body).toMatchObject({ recipient: 'IN.777' });
  expect(fake.accepted[0]?.body).not.toHaveProperty('to');
});

test('with both the phone is used, without either nothing is sent', async () => {
  const { fake, send } = await start();
  await send({ phone, bsuid: 'IN.777' });
  expect(fake.accepted[0]?.body).not.toHaveProperty('recipient');
  expect(await send({})).toMatchObject({ ok: false, outcome: 'rejected', code: 'contact.withoutAddress' });
  expect(fake.accepted).toHaveLength(1);
});

describe('what surely was not sent is rejected', () => {
  test.each<[FaultKind, object]>([
    [
      { kind: 'error', code: 130429 },
      { code: 'rate.tooFast', retryable: true, scope: 'channel' },
    ],
    [
      { kind: 'error', code: 131056 },
      { code: 'rate.tooFastForContact', retryable: true, scope: 'contact' },
    ],
    [
      { kind: 'error', code: 80007 },
      { code: 'rate.tooManyCalls', retryable: true, retryAfterSeconds: 60 },
    ],
    [
      { kind: 'error', code: 130429, retryAfterSeconds: 17 },
      { retryable: true, retryAfterSeconds: 17 },
    ],
    [
      { kind: 'error', code: 190 },
      { code: 'token.invalid', retryable: true, scope: 'channel' },
    ],
    [
      { kind: 'error', code: 2 },
      { code: 'service.unavailable', retryable: true, scope: 'message' },
    ],
    [
      { kind: 'error', code: 131000 },
      { code: 'service.failed', retryable: true },
    ],
    [
      { kind: 'error', code: 368 },
      { code: 'account.restricted', retryable: true, retryAfterSeconds: 300 },
    ],
    [
      { kind: 'error', code: 131026 },
      { code: 'contact.unreachable', retryable: false, scope: 'message' },
    ],
    [
      { kind: 'error', code: 131047 },
      { code: 'window.closed', retryable: false },
    ],
    [
      { kind: 'error', code: 999_999 },
      { code: 'message.refused', retryable: false },
    ],
    [
      { kind: 'http', status: 429 },
      { code: 'rate.tooFast', retryable: true },
    ],
    [
      { kind: 'http', status: 403 },
      { code: 'send.refused', retryable: false },
    ],
    [
      { kind: 'http', status: 302 },
      { code: 'send.refused', retryable: false },
    ],
  ])('%j', async (fault, expected) => {
    const { fake, send } = await start(fault);
    expect(await send({ phone })).toMatchObject({ ok: false, outcome: 'rejected', ...expected });
    expect(fake.accepted).toEqual([]);
    expect(await send({ phone })).toMatchObject({ ok: true });
  });

  test('a port where nobody listens', async () => {
    const config = configFor(`http://127.0.0.1:${await closedPort()}/v25.0`);
    const result = await sendMessage(config, hello, { phone }, { outboxId: 'outbox-1', deadlineMs: 2000 });
    expect(result).toMatchObject({ ok: false, outcome: 'rejected', code: 'send.unreachable', retryable: true });
  });

  test('a host that does not exist', async () => {
    const config = configFor('http://nobody.invalid/v25.0');
    const result = await sendMessage(config, hello, { phone }, { outboxId: 'outbox-1', deadlineMs: 5000 });
    expect(result).toMatchObject({ ok: false, outcome: 'rejected', code: 'send.unreachable', retryable: true });
  });
});

describe('what may have been sent is unknown, and never to be sent again on a guess', () => {
  test.each<[FaultKind, string, taken: number]>([
    [{ kind: 'acceptThenTimeout' }, 'send.timedOut', 1],
    [{ kind: 'delay', ms: 5000 }, 'send.timedOut', 1],
    [{ kind: 'acceptThenReset' }, 'send.brokenOff', 1],
    [{ kind: 'reset' }, 'send.brokenOff', 0],
    [{ kind: 'acceptThenHttp', status: 502 }, 'send.unclearAnswer', 1],
    [{ kind: 'acceptThenHttp', status: 408 }, 'send.unclearAnswer', 1],
    [{ kind: 'http', status: 503 }, 'send.unclearAnswer', 0],
    [{ kind: 'acceptThenHugeBody' }, 'send.unreadableAnswer', 1],
    [{ kind: 'acceptThenBrokenBody' }, 'send.unreadableAnswer', 1],
    [{ kind: 'slowBody', ms: 5000 }, 'send.unreadableAnswer', 1],
  ])('%j', async (fault, code, taken) => {
    const { fake, send } = await start(fault);
    expect(await send({ phone }, 300)).toMatchObject({ ok: false, outcome: 'unknown', code, retryable: false });
    expect(fake.accepted).toHaveLength(taken);
  });

  test('an answer that is slow but in time is read to its end', async () => {
    const { fake, send } = await start({ kind: 'slowBody', ms: 100 });
    expect(await send({ phone })).toEqual({ ok: true, externalId: fake.accepted[0]?.wamid });
  });
});

test('what an officer reads holds no phone, no name and no token', async () => {
  const kinds: FaultKind[] = [{ kind: 'error', code: 131026 }, { kind: 'reset' }, { kind: 'http', status: 500 }];
  for (const kind of kinds) {
    const { send } = await start(kind);
    expect(JSON.stringify(await send({ phone }))).not.toMatch(/9845000001|access-token|ನಮಸ್ಕಾರ/);
  }
});

test('a wrong token and a message that is too long are refused by the real rules of the fake', async () => {
  const { fake, config } = await start();
  const options = { outboxId: 'outbox-1', deadlineMs: 2000 };
  const wrong = await sendMessage({ ...config, accessToken: 'old' }, hello, { phone }, options);
  expect(wrong).toMatchObject({ code: 'token.invalid', detail: expect.stringContaining('(WhatsApp error 190)') });
  const long = { ...hello, text: { preview_url: false, body: 'x'.repeat(5000) } };
  expect(await sendMessage(config, long, { phone }, options)).toMatchObject({
    code: 'message.malformed',
    retryable: false,
  });
  expect(fake.accepted).toEqual([]);
});

test('a message is marked as read and "typing…" shown; failure is only reported', async () => {
  const { fake, config } = await start();
  const soon = { deadlineMs: 2000 };
  const { id } = await fake.receiveFromCustomer({ from: phone, text: 'hi' });
  expect(await markRead(config, id, 'read', soon)).toEqual({ ok: true });
  expect(await markRead(config, id, 'typing', soon)).toEqual({ ok: true });
  expect(await markRead(config, 'wamid.other', 'read', soon)).toEqual({ ok: false, code: 'read.notMarked' });
  expect(fake.ledger.reads).toEqual([
    { messageId: id, typing: false },
    { messageId: id, typing: true },
  ]);
});

const hello = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  type: 'text',
  text: { preview_url: false, body: 'ನಮಸ್ಕಾರ' },
} as const satisfies ChannelPayload;

async function start(kind?: FaultKind) {
  const webhookUrl = `http://127.0.0.1:${await closedPort()}/`;
  const retry = { attempts: 1, longestWaitMs: 1 };
  const fake = await startFakeWhatsApp({ ...secrets, seed: 1, webhookUrl, retry });
  closers.push(() => fake.close());
  if (kind) fake.faults.add({ ...kind, times: 1 });
  const config = configFor(fake.apiBaseUrl);
  const send = (to: { phone?: string; bsuid?: string }, deadlineMs = 2000) =>
    sendMessage(config, hello, to, { outboxId: 'outbox-1', deadlineMs });
  return { fake, config, send };
}

function configFor(apiBaseUrl: string): WhatsAppConfig {
  const { appSecret, accessToken, phoneNumberId } = secrets;
  return {
    apiBaseUrl,
    accessToken,
    phoneNumberIds: [phoneNumberId],
    appSecrets: [appSecret],
    verifyToken: 'verify-token',
  };
}

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
