import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type IncomingContent, incomingContent } from '@/flows/schema/message';
import type { InboundEvent } from '../../channels/channel';
import { parseWebhook } from '../../channels/whatsapp/parse';
import { startFakeWhatsApp } from './start-fake-whatsapp';

const from = '+919845000001';
const hidden = { phone: '+919845000007', bsuid: 'IN.777', username: 'meena.k', hidesPhone: true };
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const file = { mediaId: '991001', mimeType: 'image/jpeg', sha256: 'q1w2e3==' };
const contents: readonly IncomingContent[] = [
  { type: 'text', text: 'ನಮಸ್ಕಾರ' },
  { type: 'choice', id: 'yes', title: 'Yes' },
  { type: 'media', kind: 'image', ...file, caption: 'sale deed' },
  { type: 'media', kind: 'video', ...file },
  { type: 'media', kind: 'audio', ...file },
  { type: 'media', kind: 'voice', ...file, mimeType: 'audio/ogg; codecs=opus' },
  { type: 'media', kind: 'document', ...file, filename: 'ಖಾತಾ.pdf' },
  { type: 'media', kind: 'sticker', ...file },
  { type: 'location', latitude: 12.3, longitude: 76.6, name: 'Devaraja Market' },
  { type: 'contacts', cards: [{ name: 'Lakshmi', phones: ['+919845000001'] }], isOwn: true },
  { type: 'contacts', cards: [{ phones: ['+919845000002'] }, { name: 'Ravi', phones: [] }], isOwn: false },
  { type: 'reaction', to: 'wamid.OUT1', emoji: '👍' },
  { type: 'reaction', to: 'wamid.OUT1', emoji: null },
  { type: 'form', name: 'flow', text: 'Lakshmi, 570001', values: { name: 'Lakshmi', pincode: '570001' } },
  { type: 'form', name: 'address_message', text: '12, 3rd Cross', values: { values: { city: 'Mysuru' } } },
  { type: 'order', text: 'after 6 pm', items: [{ id: 'A', quantity: 2, price: 149.5 }] },
  { type: 'unsupported', kind: 'unsupported.poll_creation' },
];

test.each(contents)('$type $kind is understood as what was sent', async (content) => {
  const { fake, events } = await start();
  const { id } = await fake.receiveFromCustomer({ from, content });
  expect(events).toMatchObject([{ type: 'message', externalId: id, account: '1', sender: { phone: from } }]);
  expect(events[0]).toHaveProperty('content', content);
});

test('the kinds above are all there are', () => {
  const kinds = incomingContent.options.map(({ shape }) => shape.type.value);
  expect(new Set(contents.map(({ type }) => type))).toEqual(new Set(kinds));
});

test('what stands around a message is told: its number, what it answers, where it comes from', async () => {
  const { fake, events } = await start();
  const referral = { sourceType: 'ad', sourceId: '12', headline: 'Loan against property', clickId: 'Af-1' };
  await fake.receiveFromCustomer({ from, text: 'hi', account: '2', contextId: 'wamid.OUT1', referral });
  await fake.receiveFromCustomer({ from, text: 'hi', forwarded: 'once' });
  await fake.receiveFromCustomer({ from, text: 'hi', forwarded: 'often' });
  expect(events).toMatchObject([
    { account: '2', contextExternalId: 'wamid.OUT1', referral },
    { account: '1', forwarded: 'once' },
    { account: '1', forwarded: 'often' },
  ]);
});

test.each([from, hidden])('a customer stops marketing and takes it again (%j)', async (customer) => {
  const { fake, events } = await start();
  await fake.changePreference(customer, 'stop');
  await fake.changePreference(customer, 'resume');
  const sender = typeof customer === 'string' ? { phone: customer } : { bsuid: 'IN.777', username: 'meena.k' };
  expect(events).toMatchObject([
    { field: 'user_preferences', account: '1', fact: { type: 'preference.changed', marketing: 'stop', sender } },
    { field: 'user_preferences', account: '1', fact: { type: 'preference.changed', marketing: 'resume', sender } },
  ]);
  expect(JSON.stringify(events)).not.toContain('919845000007');
});

test('a customer who changes the number is told by both ids, and the old number is a stranger then', async () => {
  const { fake, events } = await start();
  const old = fake.customers.meet(from);
  await fake.changeNumber(from, '+919845000009');
  const next = fake.customers.meet('+919845000009');
  expect(events).toMatchObject([
    {
      type: 'account',
      fact: {
        type: 'identity.changed',
        previous: { phone: from, bsuid: old.bsuid },
        next: { phone: '+919845000009', bsuid: next.bsuid },
      },
    },
  ]);
  expect(next.bsuid).not.toBe(old.bsuid);
  expect(fake.customers.findByBsuid(old.bsuid)).toBeUndefined();
});

test('of a customer who hides the phone only the user ids are told', async () => {
  const { fake, events } = await start();
  await fake.changeNumber(hidden, '+919845000009');
  expect(events).toMatchObject([{ fact: { previous: { bsuid: 'IN.777' }, next: { bsuid: 'IN.777N' } } }]);
  expect(JSON.stringify(events)).not.toMatch(/91984500000/);
});

test('any account event is posted as it is ordered, also in a batch with messages', async () => {
  const { fake, events } = await start();
  fake.setWeather({ batchSize: 2 });
  const value = { message_template_id: 1, message_template_name: 'follow_up', message_template_language: 'kn' };
  await Promise.all([
    fake.sendAccountEvent('message_template_status_update', { ...value, event: 'PAUSED', reason: null }),
    fake.receiveFromCustomer({ from, text: 'hi' }),
  ]);
  expect(events).toMatchObject([
    { type: 'message', content: { text: 'hi' } },
    { type: 'account', fact: { type: 'template.status', name: 'follow_up', language: 'kn', status: 'PAUSED' } },
  ]);
});

test('the price is told with sent and with one of delivered and read, and only a voice note is played', async () => {
  const { fake, events } = await start();
  fake.setWeather({ statuses: ['sent', 'delivered', 'read', 'played'] });
  const voice = fake.media.keep(Buffer.from('OggS'), 'audio/ogg', { account: '1' });
  const template = { name: 'rate_drop', language: { code: 'kn' }, components: [] };
  const bodies = [
    { type: 'text', text: { body: 'hello' } },
    { type: 'audio', audio: { id: voice.id, voice: true } },
    { type: 'template', template },
  ];
  for (const body of bodies) {
    await post(fake.apiBaseUrl, body);
    await fake.settled();
  }
  const told = events.flatMap((event) => {
    return event.type === 'status'
      ? `${event.status} ${event.pricing?.category ?? '-'} ${event.pricing?.type ?? '-'}`
      : [];
  });
  const free = ['sent service free_customer_service', 'delivered service free_customer_service', 'read - -'];
  const billed = ['sent marketing regular', 'delivered marketing regular', 'read - -'];
  expect(told).toEqual([...free, ...free, 'played - -', ...billed]);
});

/** A fake, and an app that writes down what it is told. */
async function start() {
  const events: InboundEvent[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const parsed = parseWebhook(Buffer.concat(chunks), new Date().toISOString(), { phoneNumberIds: ['1', '2'] });
    if (parsed.ok) events.push(...parsed.events);
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const fake = await startFakeWhatsApp({
    seed: 1,
    appSecret: 'app-secret',
    accessToken: 'access-token',
    phoneNumberId: '1',
    otherPhoneNumberIds: ['2'],
    templates: [{ name: 'rate_drop', language: 'kn', variables: 0, category: 'marketing' }],
    webhookUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
  });
  closers.push(
    () => fake.close(),
    () => new Promise((resolve) => server.close(resolve)),
  );
  return { fake, events };
}

async function post(apiBaseUrl: string, body: object): Promise<void> {
  const answer = await fetch(`${apiBaseUrl}/1/messages`, {
    method: 'POST',
    headers: { authorization: 'Bearer access-token', 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', to: from, ...body }),
  });
  expect(answer.status, await answer.text()).toBe(200);
}
