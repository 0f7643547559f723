import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeWhatsApp, startFakeWhatsApp } from '../../testing/fake-whatsapp/start-fake-whatsapp';
import type { WhatsAppConfig } from './config';
import { fetchFile } from './fetch-file';
import { isMetaAddress } from './is-meta-address';
import { uploadFile } from './upload-file';

const secrets = { accessToken: 'access-token', appSecret: 's', phoneNumberId: '220011002200110' };
const bytes = Buffer.from('%PDF-1.7 a deed');
const options = { deadlineMs: 5_000, mostBytes: 1_000_000 };

let fake: FakeWhatsApp;
let config: WhatsAppConfig;

beforeEach(async () => {
  fake = await startFakeWhatsApp({ ...secrets, seed: 1, webhookUrl: 'http://127.0.0.1:9/', weather: { statuses: [] } });
  const { accessToken, phoneNumberId } = secrets;
  const { apiBaseUrl } = fake;
  config = { accessToken, apiBaseUrl, phoneNumberIds: [phoneNumberId], appSecrets: ['s'], verifyToken: 'v' };
});
afterEach(() => fake.close());

describe('fetchFile', () => {
  test('gives the bytes, the type and the hash of a customer’s file', async () => {
    const { id, sha256 } = fake.media.keep(bytes, 'application/pdf');
    const fetched = await fetchFile(config, id, options);
    expect(fetched).toEqual({ ok: true, bytes: expect.any(Uint8Array), mimeType: 'application/pdf', sha256 });
    expect(fetched.ok && Buffer.from(fetched.bytes)).toEqual(bytes);
  });

  test('asks for a new address when the first one leads nowhere, and once only', async () => {
    const { id } = fake.media.keep(bytes, 'application/pdf');
    fake.media.spoil('download', { status: 404, body: '' });
    expect(await fetchFile(config, id, options)).toMatchObject({ ok: true });
    fake.media.spoil('download', { status: 404, body: '' }, { status: 404, body: '' });
    expect(await fetchFile(config, id, options)).toEqual({ ok: false, code: 'file.addressDead', retryable: true });
  });

  test('says that a file is gone once WhatsApp keeps it no longer', async () => {
    const { id } = fake.media.keep(bytes, 'application/pdf');
    fake.clock.advance(7 * 86_400_000);
    expect(await fetchFile(config, id, options)).toEqual({ ok: false, code: 'file.gone', retryable: false });
    expect(await fetchFile(config, '../me', options)).toMatchObject({ ok: false });
  });

  test('stops at the most bytes, by what is said beforehand and by what comes', async () => {
    const { id } = fake.media.keep(Buffer.alloc(1_000_001), 'application/pdf');
    const tooLarge = { ok: false, code: 'file.tooLarge', retryable: false };
    expect(await fetchFile(config, id, options)).toEqual(tooLarge);
    const small = fake.media.keep(bytes, 'application/pdf');
    fake.media.spoil('download', { body: Buffer.alloc(1_000_001) });
    expect(await fetchFile(config, small.id, options)).toEqual(tooLarge);
    fake.media.spoil('download', { body: Buffer.alloc(1_000_001), flaw: { kind: 'drip', ms: 50 } }); // told no length
    expect(await fetchFile(config, small.id, options)).toEqual(tooLarge);
  });

  test.each([
    ['a reset', { flaw: { kind: 'reset' } }, 'file.brokenOff'],
    ['a body slower than the deadline', { flaw: { kind: 'drip', ms: 5_000 } }, 'file.brokenOff'],
    ['a failure of the server', { status: 503, body: '' }, 'file.unreachable'],
    [
      'a redirect, which could carry the token away',
      { status: 302, headers: { location: '/v25.0/1' } },
      'file.unreachable',
    ],
    ['a page in place of the file', { headers: { 'content-type': 'text/html; charset=utf-8' } }, 'file.notServed'],
    ['a token that is refused there', { status: 401, body: '' }, 'token.invalid'],
  ] as const)('may be tried again after %s', async (_, spoil, code) => {
    const { id } = fake.media.keep(bytes, 'application/pdf');
    fake.media.spoil('download', spoil);
    expect(await fetchFile(config, id, { ...options, deadlineMs: 400 })).toEqual({ ok: false, code, retryable: true });
  });

  test('may be tried again when the address can’t be asked for', async () => {
    const { id } = fake.media.keep(bytes, 'application/pdf');
    fake.media.spoil('lookup', { flaw: { kind: 'reset' } }, { status: 503, body: 'busy' }, { body: '{}' });
    for (const code of ['file.unreachable', 'file.unreachable', 'file.notServed']) {
      expect(await fetchFile(config, id, options)).toEqual({ ok: false, code, retryable: true });
    }
    fake.revokeToken();
    expect(await fetchFile(config, id, options)).toEqual({ ok: false, code: 'token.invalid', retryable: true });
  });

  test('never takes the token to a host that is not Meta’s', async () => {
    const { id } = fake.media.keep(bytes, 'application/pdf');
    fake.media.spoil('lookup', { body: JSON.stringify({ url: 'https://evil.example/file' }) });
    expect(await fetchFile(config, id, options)).toEqual({ ok: false, code: 'file.addressForeign', retryable: false });
  });
});

describe('isMetaAddress', () => {
  const api = 'https://graph.facebook.com/v25.0';
  test.each([
    ['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', true],
    ['https://scontent.xx.fbcdn.net/v/t45', true],
    ['https://graph.facebook.com/v25.0/1', true],
    ['http://lookaside.fbsbx.com/1', false],
    ['https://lookaside.fbsbx.com:8443/1', false],
    ['https://fbsbx.com.evil.example/1', false],
    ['https://evilfbsbx.com/1', false],
    ['https://user@lookaside.fbsbx.com/1', false],
    ['http://127.0.0.1:80/1', false],
    ['http://169.254.169.254/latest', false],
    ['file:///etc/passwd', false],
    ['nonsense', false],
  ])('%s: %s', (address, isOurs) => expect(isMetaAddress(address, api)).toBe(isOurs));

  test('a stand-in on this machine is asked there only', () => {
    expect(isMetaAddress('http://127.0.0.1:4100/attachments/1', 'http://127.0.0.1:4100/v25.0')).toBe(true);
    expect(isMetaAddress('http://127.0.0.1:4101/attachments/1', 'http://127.0.0.1:4100/v25.0')).toBe(false);
    expect(isMetaAddress('http://10.0.0.1:4100/1', 'http://10.0.0.1:4100/v25.0')).toBe(false);
  });
});

describe('uploadFile', () => {
  const note = { bytes: Buffer.from('OggS…'), mimeType: 'audio/ogg', filename: 'answer.ogg' };

  test('hands a file over and says how long it is good for', async () => {
    const uploaded = await uploadFile(config, note, { deadlineMs: 5_000 });
    const [kept] = fake.media.uploads;
    expect(kept).toMatchObject({ mimeType: 'audio/ogg', filename: 'answer.ogg', account: '220011002200110' });
    expect(kept?.bytes).toEqual(note.bytes);
    expect(uploaded).toMatchObject({ ok: true, fields: { id: kept?.id } });
    const days = uploaded.ok ? (Date.parse(uploaded.expiresAt) - Date.now()) / 86_400_000 : 0;
    expect(Math.round(days)).toBe(29);
  });

  test('names why it was not taken', async () => {
    const page = { ...note, mimeType: 'text/html' };
    const refused = { ok: false, code: 'file.unreadable' };
    expect(await uploadFile(config, page, { deadlineMs: 5_000 })).toMatchObject(refused);
    const foreign = { deadlineMs: 5_000, account: '999' };
    expect(await uploadFile(config, note, foreign)).toMatchObject({ ok: false, retryable: false });
    fake.media.spoil('upload', { flaw: { kind: 'reset' } }, { body: 'nonsense' }, { status: 500, body: '' });
    for (const _ of [1, 2, 3]) {
      const failed = { ok: false, code: 'file.notTaken', retryable: true };
      expect(await uploadFile(config, note, { deadlineMs: 5_000 })).toMatchObject(failed);
    }
  });
});
