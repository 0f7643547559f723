import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { channelPayload } from '@/flows/rendering/channel-payload';
import { type OutgoingContent, outgoingContent } from '@/flows/schema/message';
import { type FakeWhatsApp, startFakeWhatsApp } from '../testing/fake-whatsapp/start-fake-whatsapp';
import { validateMessage } from '../testing/fake-whatsapp/validate-message';
import { createChannels } from '.';
import type { Channel } from './channel';
import { channelId } from './channel';

const file = new URL('testdata/contents.json', import.meta.url);
const contents = Object.entries(z.record(z.string(), outgoingContent).parse(JSON.parse(readFileSync(file, 'utf8'))));
const secrets = { accessToken: 'access-token', phoneNumberId: '220011002200110' };
const to = { phone: '+919845000001' };
const options = { outboxId: 'outbox-1', deadlineMs: 5000 };

let fake: FakeWhatsApp;
let channels: Record<string, Channel | undefined>;

beforeAll(async () => {
  const webhookUrl = 'http://127.0.0.1:9/';
  const retry = { attempts: 1, longestWaitMs: 1 };
  fake = await startFakeWhatsApp({ ...secrets, seed: 1, appSecret: 's', webhookUrl, weather: { statuses: [] }, retry });
  // What the fixtures answer and react to; nobody is there to be told of it.
  await fake.receiveFromCustomer({ from: to.phone, id: 'wamid.HBgM', text: 'Hello' });
  const { apiBaseUrl } = fake;
  const { accessToken, phoneNumberId } = secrets;
  const phoneNumberIds = [phoneNumberId] as const;
  channels = createChannels({
    whatsapp: { accessToken, phoneNumberIds, apiBaseUrl, appSecrets: ['s'], verifyToken: 'v' },
  });
});

afterAll(() => fake.close());

test('the fixtures hold every kind of content', () => {
  const kinds = outgoingContent.options.map(({ shape }) => shape.type.value);
  expect(new Set(contents.map(([, { type }]) => type))).toEqual(new Set(kinds));
});

test('every channel that has a name exists', () => {
  expect(Object.keys(channels)).toEqual([...channelId.options]);
  expect(createChannels({})).toMatchObject({ whatsapp: undefined, simulator: { id: 'simulator' } });
});

describe.each(channelId.options)('the channel %s', (id) => {
  test.each(contents)('renders and sends %s', async (_, content) => {
    const channel = channelOf(id);
    const payloads = channel.render(content);
    expect(payloads.length > 0).toBe(!isBlank(content));
    expect(channel.render(content)).toEqual(payloads);
    for (const payload of payloads) {
      expect(validateMessage({ ...payload, ...{ to: to.phone } })).toBeUndefined();
      expect(channelPayload.parse(JSON.parse(JSON.stringify(payload)))).toEqual(payload);
      expect(await channel.send(payload, to, options)).toEqual({ ok: true, externalId: expect.stringMatching(/\S/) });
    }
  });

  test('believes no unsigned body', () => {
    const body = new TextEncoder().encode('{}');
    expect(channelOf(id).verify(body, new Headers())).toBe(false);
    expect(channelOf(id).verify(body, new Headers({ 'x-hub-signature-256': 'sha256=' }))).toBe(false);
    expect(
      channelOf(id).confirmSubscription(new URLSearchParams('hub.mode=subscribe&hub.challenge=1')),
    ).toBeUndefined();
  });

  test('survives a body of nonsense', () => {
    expect(channelOf(id).parse(new TextEncoder().encode('nonsense'), '2026-09-27T10:00:00.000Z').ok).toBe(false);
  });
});

test('the simulator shows exactly what WhatsApp gets', () => {
  for (const [, content] of contents) {
    expect(channelOf('simulator').render(content)).toEqual(channelOf('whatsapp').render(content));
  }
});

function channelOf(id: string): Channel {
  const channel = channels[id];
  if (!channel) throw new Error(`There is no channel ${id}.`);
  return channel;
}

function isBlank(content: OutgoingContent): boolean {
  return content.type === 'text' && content.text.trim() === '';
}
