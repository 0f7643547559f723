import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { smallestPng as png } from '@/server/testing/smallest-png';

const own = { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };

let runtime: RuntimeFixture;
let contactId: string;
let takeFile: typeof import('./simulator-files').takeSimulatorFile;
let giveFile: typeof import('./simulator-files').giveSimulatorFile;
let channels: import('../channels').Channels;

beforeAll(async () => {
  runtime = await startRuntime();
  ({ takeSimulatorFile: takeFile, giveSimulatorFile: giveFile } = await import('./simulator-files'));
  const [{ insertSimulatedContact }, { createChannels }, { configuredChannels }] = await Promise.all([
    import('../conversation/simulation/store'),
    import('../channels'),
    import('../start/configured-channels'),
  ]);
  channels = createChannels(configuredChannels());
  contactId = await insertSimulatedContact('Asha', 'en');
});
afterAll(() => runtime.close());

test('a file from the phone in the studio goes the way of WhatsApp’s: accepted once, then fetched', async () => {
  const clientId = randomUUID();
  for (const _ of [1, 2]) {
    const answer = await takeFile(form({ contactId, clientId, kind: 'image', caption: 'My shop' }, png));
    expect([answer.status, await answer.json()]).toEqual([200, { messageId: clientId }]);
  }
  const entries = await runtime.db.query('SELECT payload FROM inbox_entries WHERE contact_id = $1', [contactId]);
  const content = { type: 'media', kind: 'image', mediaId: `simulator/${clientId}`, caption: 'My shop' };
  expect(entries.rows).toEqual([{ payload: expect.objectContaining({ content: expect.objectContaining(content) }) }]);
  const { fetchDueFiles } = await import('../media/watch-files');
  expect(await fetchDueFiles({ owner: randomUUID(), channels })).toBe(1);
  const { readFiles } = await import('../media/store');
  const file = { status: 'stored', mimeType: 'image/png', byteSize: png.byteLength };
  expect(await readFiles(contactId)).toEqual([expect.objectContaining(file)]);
});

test('files are forgotten with their contact, the bytes too', async () => {
  const [{ forgetFiles }, { mediaStorage }, { readFiles, readStorageKeys }] = await Promise.all([
    import('../media/forget-files'),
    import('../media/storage'),
    import('../media/store'),
  ]);
  const keys = await readStorageKeys(contactId);
  expect(keys).toHaveLength(2);
  await forgetFiles(contactId);
  expect(await readFiles(contactId)).toEqual([]);
  expect(await Promise.all(keys.map((key) => mediaStorage().get(key)))).toEqual([undefined, undefined]);
});

test('other sites and other machines’ names are refused, and nothing is kept', async () => {
  const fields = { contactId, clientId: randomUUID(), kind: 'image' };
  for (const headers of [
    { ...own, origin: 'https://evil.example' },
    { ...own, 'sec-fetch-site': 'cross-site' },
    { ...own, host: 'evil.example' },
  ]) {
    expect((await takeFile(form(fields, png, headers))).status).toBe(403);
    expect((await giveFile('0'.repeat(64), new Request('http://localhost:3000', { headers }))).status).toBe(
      headers.host === own.host ? 404 : 403,
    );
  }
});

test.each([
  ['an unknown kind', { kind: 'sticker' }, png, 400],
  ['no message id', { clientId: '../../secret' }, png, 400],
  ['somebody who is not simulated', { contactId: randomUUID() }, png, 404],
  ['no bytes', {}, Buffer.alloc(0), 400],
  ['more sound than WhatsApp takes', { kind: 'voice' }, Buffer.alloc(16 * 1024 * 1024 + 1), 413],
  ['more than 20 MB', { kind: 'document' }, Buffer.alloc(22 * 1024 * 1024), 413],
])('%s is refused with a sentence', async (_, change, bytes, status) => {
  const answer = await takeFile(form({ contactId, clientId: randomUUID(), kind: 'image', ...change }, bytes));
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ code: expect.stringMatching(/\./), message: expect.stringMatching(/\.$/) });
});

test('a file of ours is kept once and played from the studio', async () => {
  const file = { bytes: png, mimeType: 'image/png', filename: 'a.png' };
  const uploaded = await channels.simulator.uploadFile(file, { deadlineMs: 1000 });
  expect(await channels.simulator.uploadFile(file, { deadlineMs: 1000 })).toEqual(uploaded);
  const link = uploaded.ok && 'link' in uploaded.fields ? uploaded.fields.link : '';
  expect(link).toMatch(/^\/api\/simulator\/files\/[0-9a-f]{64}$/);
  const request = new Request(new URL(link, 'http://localhost:3000'), { headers: own });
  const given = await giveFile(link.split('/').at(-1) ?? '', request);
  expect([given.status, given.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(Buffer.from(await given.arrayBuffer())).toEqual(png);
});

function form(fields: Readonly<Record<string, string>>, bytes: Buffer, headers: Record<string, string> = own): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', new File([new Uint8Array(bytes)], 'file', { type: 'image/png' }));
  return new Request('http://localhost:3000/api/simulator/files', { method: 'POST', headers, body });
}
