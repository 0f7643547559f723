import { createServer } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { textOf } from '../../testing/fake-whatsapp/describe-send';
import { type FakeWhatsApp, startFakeWhatsApp } from '../../testing/fake-whatsapp/start-fake-whatsapp';
import { createChannels } from '..';
import type { Channel, InboundEvent } from '../channel';

const secrets = { accessToken: 'access-token', phoneNumberId: '220011002200110' };
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

test('through duplicates, disorder, batches and escaped letters every message is answered once', async () => {
  const { fake, events } = await startEcho();
  fake.setWeather({ duplicates: 0.3, reorders: 0.3, batchSize: 4, escapes: 0.5 });
  const phones = Array.from({ length: 12 }, (_, index) => `+9198450000${10 + index}`);
  const texts = ['ನಮಸ್ಕಾರ', 'வணக்கம்', 'నమస్తే', 'नमस्ते 🏠'];
  await Promise.all(phones.flatMap((from) => texts.map((text) => fake.receiveFromCustomer({ from, text }))));
  await fake.ledger.waitFor((accepted) => accepted.length === 48, 5000);
  await fake.settled();
  expect(fake.accepted.map(({ customer, body }) => `${customer.phone} ${textOf(body)}`).sort()).toEqual(
    phones.flatMap((phone) => texts.map((text) => `${phone} ${text}`)).sort(),
  );
  expect(fake.ledger.doubled()).toEqual([]);
  const outboxIds = new Set(fake.accepted.map(({ outboxId }) => outboxId));
  const told = (status: string) =>
    events.flatMap((event) => (event.type === 'status' && event.status === status ? event.callbackData : []));
  await vi.waitFor(() => {
    for (const status of ['sent', 'delivered', 'read']) expect(new Set(told(status))).toEqual(outboxIds);
  });
});

test('a customer with a username is answered by the user id', async () => {
  const { fake } = await startEcho();
  const from = { phone: '+919845000001', bsuid: 'IN.777', username: 'asha.rao', hidesPhone: true };
  await fake.receiveFromCustomer({ from, text: 'hi' });
  const [answer] = await fake.ledger.waitFor((accepted) => accepted.length === 1, 5000);
  expect(answer?.body).toMatchObject({ recipient: 'IN.777' });
});

test('after a taken message whose answer got lost, the status tells which one it was', async () => {
  const { fake, events, results } = await startEcho();
  fake.faults.add({ kind: 'acceptThenReset', times: 1 });
  await fake.receiveFromCustomer({ from: '+919845000001', text: 'hi' });
  await fake.ledger.waitFor((accepted) => accepted.length === 1, 5000);
  await fake.settled();
  await vi.waitFor(() => expect(results).toMatchObject([{ ok: false, outcome: 'unknown' }]));
  const sent = events.find((event) => event.type === 'status' && event.status === 'sent');
  expect(sent).toMatchObject({ externalId: fake.accepted[0]?.wamid, callbackData: fake.accepted[0]?.outboxId });
});

/** The smallest app there can be: says back what it hears, each message once. */
async function startEcho() {
  const events: InboundEvent[] = [];
  const results: unknown[] = [];
  let channel: Channel | undefined;
  const seen = new Set<string>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const signature = String(request.headers['x-hub-signature-256']);
    if (!channel?.verify(body, new Headers({ 'x-hub-signature-256': signature }))) {
      response.writeHead(401).end();
      return;
    }
    response.writeHead(200).end();
    const parsed = channel.parse(body, new Date().toISOString());
    for (const event of parsed.ok ? parsed.events : []) {
      if (seen.has(event.dedupeKey)) continue;
      seen.add(event.dedupeKey);
      events.push(event);
      if (event.type !== 'message' || event.content.type !== 'text') continue;
      for (const payload of channel.render(event.content)) {
        const options = { outboxId: `reply-to-${event.externalId}`, deadlineMs: 5000 };
        results.push(await channel.send(payload, event.sender, options));
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const webhookUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
  const fake: FakeWhatsApp = await startFakeWhatsApp({ ...secrets, seed: 11, appSecret: 'app-secret', webhookUrl });
  const config = {
    accessToken: secrets.accessToken,
    phoneNumberIds: [secrets.phoneNumberId] as const,
    apiBaseUrl: fake.apiBaseUrl,
    appSecrets: ['app-secret'],
    verifyToken: 'v',
  };
  channel = createChannels({ whatsapp: config }).whatsapp;
  closers.push(
    () => fake.close(),
    () => new Promise((resolve) => server.close(resolve)),
  );
  return { fake, events, results };
}
