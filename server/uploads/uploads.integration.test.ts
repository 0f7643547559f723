import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

const pdf = Buffer.from('%PDF-1.7 a deed');
const now = Date.now();
const hour = 3_600_000;

let runtime: RuntimeFixture;
let contactId: string;
let token: string;
let take: typeof import('./take-uploads').takeUploads;
let finish: typeof import('./take-uploads').finishUploads;
let createLink: typeof import('./create-upload-link').createUploadLink;
let readPage: typeof import('./read-upload-page').readUploadPage;

beforeAll(async () => {
  runtime = await startRuntime({ PUBLIC_URL: 'https://loans.example.com' });
  ({ takeUploads: take, finishUploads: finish } = await import('./take-uploads'));
  ({ createUploadLink: createLink } = await import('./create-upload-link'));
  ({ readUploadPage: readPage } = await import('./read-upload-page'));
  await runtime.say('+919800007201', 'Hello');
  contactId = (await runtime.until<{ id: string }>('SELECT id FROM contacts')).id;
});
beforeEach(async () => {
  await runtime.db.query('TRUNCATE media_files, upload_links');
  token = await newToken('kn');
});
afterAll(() => runtime.close());

test('a link leads to our own page and its token is kept nowhere', async () => {
  const link = await createLink({ contactId, language: 'kn' }, now);
  expect(link).toMatch(/^https:\/\/loans\.example\.com\/upload\/[\w-]{43}$/);
  const { rows } = await runtime.db.query('SELECT * FROM upload_links');
  expect(JSON.stringify(rows)).not.toContain(link.split('/').at(-1));
});

test('a file becomes one of the contact, without a message, and the same sent again is the same', async () => {
  for (const _ of [1, 2]) {
    expect((await send({ name: 'ಕ್ರಯಪತ್ರ.pdf' })).status).toBe(200);
  }
  const { readFiles } = await import('../media/store');
  const files = await readFiles(contactId);
  const expected = { kind: 'document', filename: 'ಕ್ರಯಪತ್ರ.pdf', mimeType: 'application/pdf', status: 'stored' };
  expect(files).toEqual([expect.objectContaining({ ...expected, inboxEntryId: null })]);
  const { mediaStorage } = await import('../media/storage');
  expect(Buffer.from((await mediaStorage().get(files[0]?.storageKey ?? '')) ?? [])).toEqual(pdf);
  const page = await readPage(token, new Date(now));
  expect(page).toMatchObject({ state: 'open', language: 'kn', fileCount: 1, lenderName: 'ABC Finance' });
  expect(page.files).toEqual([{ filename: 'ಕ್ರಯಪತ್ರ.pdf', byteSize: pdf.byteLength }]);
  expect(page.papers.map(({ items }) => items.length)).toEqual([3, 4]);
});

test('when the customer is done the link takes no more, and its page tells no name', async () => {
  expect((await finish(token, now)).headers.get('location')).toBe(`/upload/${token}?problem=upload.empty`);
  await send({});
  const done = await finish(token, now);
  expect([done.status, done.headers.get('location')]).toEqual([303, `/upload/${token}`]);
  expect((await finish(token, now)).headers.get('location')).toBe(`/upload/${token}`);
  expect(await readPage(token, new Date(now))).toMatchObject({ state: 'used', files: [], fileCount: 1 });
  expect(await refusal(send({ id: 'b' }))).toEqual([410, 'upload.closed']);
});

test('what came by one link is seen by no other', async () => {
  await send({});
  const other = await newToken('en');
  expect(await readPage(other, new Date(now))).toMatchObject({ state: 'open', files: [], fileCount: 0 });
  expect((await finish(other, now)).headers.get('location')).toBe(`/upload/${other}?problem=upload.empty`);
});

test('a link is too old after 72 hours, and one that we never made is unknown', async () => {
  expect(await readPage(token, new Date(now + 71 * hour))).toMatchObject({ state: 'open' });
  expect(await readPage(token, new Date(now + 73 * hour))).toMatchObject({ state: 'expired', language: 'kn' });
  expect(await refusal(send({}, now + 73 * hour))).toEqual([410, 'upload.closed']);
  for (const unknown of ['x'.repeat(43), '', '../etc', `${token}a`]) {
    expect(await readPage(unknown, new Date(now))).toMatchObject({ state: 'unknown', language: null });
    expect((await take(unknown, request({}), now)).status).toBe(410);
  }
});

describe('what is refused', () => {
  test.each([
    ['a page that calls itself a paper', Buffer.from('<html>'), [415, 'file.notAllowed']],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), [415, 'file.notAllowed']],
    ['nothing', Buffer.alloc(0), [415, 'file.notAllowed']],
    ['more than 20 MB', Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]), [413, 'file.tooLarge']],
  ] as const)('%s', async (_, body, expected) => {
    expect(await refusal(send({ body }))).toEqual(expected);
    expect((await runtime.db.query('SELECT 1 FROM media_files')).rowCount).toBe(0);
  });

  test('an eleventh file, also when all come at once', async () => {
    const ids = [...'0123456789abcdef'];
    const answers = await Promise.all(ids.map((id) => send({ id })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(6);
    expect((await runtime.db.query('SELECT 1 FROM media_files')).rowCount).toBe(10);
  });

  test('more than 60 requests within ten minutes', async () => {
    for (let count = 0; count < 60; count += 1) await send({ body: Buffer.from('<html>') });
    expect(await refusal(send({}))).toEqual([429, 'upload.tooOften']);
    expect((await send({}, now + 600_000)).status).toBe(200);
  });
});

test('a browser without scripts sends a form and is led back', async () => {
  const form = new FormData();
  form.append('file', new File([pdf], 'one.pdf'));
  form.append('file', new File([pdf], 'two.pdf'));
  const sent = await take(token, new Request('https://loans.example.com', { method: 'POST', body: form }), now);
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/upload/${token}`]);
  expect((await readPage(token, new Date(now))).files.map(({ filename }) => filename)).toEqual(['one.pdf', 'two.pdf']);
  const bad = new FormData();
  bad.append('file', new File(['<html>'], 'three.pdf'));
  const refused = await take(token, new Request('https://loans.example.com', { method: 'POST', body: bad }), now);
  expect(refused.headers.get('location')).toBe(`/upload/${token}?problem=file.notAllowed`);
});

async function newToken(language: string): Promise<string> {
  return (await createLink({ contactId, language }, now)).split('/').at(-1) ?? '';
}

type Sent = { readonly id?: string; readonly name?: string; readonly body?: Buffer };

function request({ id = 'a', name = 'deed.pdf', body = pdf }: Sent): Request {
  const headers = { 'x-file-id': id.repeat(32), 'x-file-name': encodeURIComponent(name) };
  return new Request('https://loans.example.com', { method: 'POST', headers, body: new Uint8Array(body) });
}

function send(sent: Sent, atMs = now): Promise<Response> {
  return take(token, request(sent), atMs);
}

async function refusal(answer: Promise<Response>): Promise<readonly [number, unknown]> {
  const response = await answer;
  const { code }: { code?: unknown } = await response.json();
  return [response.status, code];
}
