import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeWhatsApp, startFakeWhatsApp } from '@/server/testing/fake-whatsapp/start-fake-whatsapp';
import type { WhatsAppConfig } from './config';
import { fetchNumber, fetchSubscription, subscribe } from './numbers-api';

const secrets = { appSecret: 'app-secret', accessToken: 'access-token', phoneNumberId: '220011002200110' };
const businessAccountId = '100200300400500';
let fake: FakeWhatsApp;
let config: WhatsAppConfig;

beforeEach(async () => {
  fake = await startFakeWhatsApp({ seed: 1, webhookUrl: 'http://127.0.0.1:1/api/webhooks/whatsapp', ...secrets });
  config = {
    apiBaseUrl: fake.apiBaseUrl,
    phoneNumberIds: [secrets.phoneNumberId],
    accessToken: secrets.accessToken,
    appSecrets: [secrets.appSecret],
    verifyToken: 'verify-token',
  };
});
afterEach(() => fake.close());

test('a number is told with its limits and the address that its webhooks go to', async () => {
  expect(await fetchNumber(config, secrets.phoneNumberId)).toEqual({
    ok: true,
    facts: {
      displayNumber: '+91 80 4123 4567',
      name: 'ABC Finance',
      nameStatus: 'APPROVED',
      quality: 'GREEN',
      throughput: 'STANDARD',
      limit: 'TIER_2K',
      health: 'AVAILABLE',
      healthReason: null,
      platform: 'CLOUD_API',
      webhookUrl: 'http://127.0.0.1:1/api/webhooks/whatsapp',
      dataRegion: 'IN',
    },
  });
});

test('what is not said is null, and the reason of a block is kept', async () => {
  fake.account.describe(secrets.phoneNumberId, {
    data_localization_region: undefined,
    throughput: undefined,
    webhook_configuration: { application: 'https://a.example', phone_number: 'https://b.example' },
    health_status: {
      can_send_message: 'BLOCKED',
      entities: [{ errors: [{ error_description: 'No payment method.' }] }],
    },
  });
  expect(await fetchNumber(config, secrets.phoneNumberId)).toMatchObject({
    ok: true,
    facts: {
      dataRegion: null,
      throughput: null,
      webhookUrl: 'https://b.example',
      health: 'BLOCKED',
      healthReason: 'No payment method.',
    },
  });
});

test('a refused token and an unknown number are told apart', async () => {
  const unknown = await fetchNumber(config, '1');
  fake.revokeToken();
  const refused = await fetchNumber(config, secrets.phoneNumberId);
  expect(refused).toMatchObject({ ok: false, code: 'token.invalid' });
  expect(unknown.ok ? '' : unknown.code).not.toBe('token.invalid');
});

test('the app is not subscribed until it asks to be', async () => {
  expect(await fetchSubscription(config, businessAccountId)).toEqual({ ok: true, isSubscribed: false });
  expect(await subscribe(config, businessAccountId)).toEqual({ ok: true });
  expect(await fetchSubscription(config, businessAccountId)).toEqual({ ok: true, isSubscribed: true });
});

test('a WhatsApp that is not there is a value', async () => {
  await fake.close();
  expect(await fetchNumber(config, secrets.phoneNumberId)).toMatchObject({ ok: false, code: 'send.unreachable' });
});
