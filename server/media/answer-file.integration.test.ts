import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

const note = Buffer.from(Array.from({ length: 5_000_000 }, (_, index) => index % 251));
const now = Date.now();
const officer = { id: 'ravi', role: 'officer' } as const;

let runtime: RuntimeFixture;
let contactId: string;
let answerFile: typeof import('./answer-file').answerFile;
let fileLink: typeof import('./signed-link').fileLink;
let storage: import('./media-storage').MediaStorage;

beforeAll(async () => {
  runtime = await startRuntime();
  ({ answerFile } = await import('./answer-file'));
  ({ fileLink } = await import('./signed-link'));
  storage = (await import('./storage')).mediaStorage();
  await runtime.say('+919800007101', 'Hello');
  contactId = (await runtime.until<{ id: string }>('SELECT id FROM contacts')).id;
});
afterAll(() => runtime.close());

test('a link gives the whole file, slice by slice', async () => {
  const id = await keep(note, 'audio/ogg');
  const response = await ask(id);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'audio/ogg',
    'content-length': String(note.byteLength),
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=600',
    'accept-ranges': 'bytes',
  });
  expect(Buffer.from(await response.arrayBuffer()).equals(note)).toBe(true);
});

test('a player gets the part that it asks for', async () => {
  const id = await keep(note, 'audio/ogg');
  const part = await ask(id, { range: 'bytes=1000-4100999' });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe('bytes 1000-4100999/5000000');
  expect(Buffer.from(await part.arrayBuffer()).equals(note.subarray(1000, 4_101_000))).toBe(true);
  const beyond = await ask(id, { range: 'bytes=5000000-' });
  expect(beyond.status).toBe(416);
  expect(beyond.headers.get('content-range')).toBe('bytes */5000000');
});

test.each([
  ['image/png', 'photo.png', 'inline'],
  ['video/mp4', null, 'inline'],
  ['application/pdf', 'deed.pdf', 'attachment'],
  ['image/gif', 'a.gif', 'attachment'],
  ['text/plain', 'note.html', 'attachment'],
  ['application/octet-stream', 'page.html', 'attachment'],
])('%s is given as a browser may take it', async (mimeType, filename, kind) => {
  const response = await ask(await keep(note.subarray(0, 10), mimeType, filename));
  expect(response.headers.get('content-disposition')?.split(';')[0]).toBe(kind);
});

test('a name in any script is kept, and none can break out of its header', async () => {
  const id = await keep(note.subarray(0, 10), 'application/pdf', 'ಕ್ರಯ "ಪತ್ರ"\r\nset-cookie: a=1.pdf');
  const disposition = (await ask(id)).headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w%.~-]+$/);
  expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toContain('ಕ್ರಯ "ಪತ್ರ"');
});

test('a file of another officer’s customer is not there', async () => {
  const id = await keep(note.subarray(0, 10), 'image/png');
  await runtime.db.query(
    `INSERT INTO users (id, name, email, role) VALUES ('asha', 'Asha', 'asha@lender.test', 'officer')`,
  );
  await runtime.db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, assignee_id, updated_at)
     VALUES ($1, 50, '[]', 0.5, '{}', 'loan-against-property', 'qualifying', 'asha', now())`,
    [contactId],
  );
  expect((await ask(id)).status).toBe(404);
  expect((await answerFile(id, request(fileLink(id, now)), { ...officer, id: 'asha' }, now)).status).toBe(200);
  await runtime.db.query('DELETE FROM leads');
});

test('whatever is wrong with a link, there is no such file', async () => {
  const id = await keep(note.subarray(0, 10), 'image/png');
  const other = await keep(note.subarray(0, 10), 'image/png');
  const link = fileLink(id, now);
  const bad = [
    [id, `/api/media/${id}`],
    [id, `${link}x`],
    [id, link.replace('expires=', 'expires=1')],
    [other, link],
    ['../../secret', link],
  ] as const;
  for (const [asked, address] of bad) {
    expect((await answerFile(asked, request(address), officer, now)).status).toBe(404);
  }
  expect((await answerFile(id, request(link), officer, now + 16 * 60_000)).status).toBe(404);
  await storage.remove(`test/${id}`);
  expect((await ask(id)).status).toBe(404);
  const unknown = randomUUID();
  expect((await ask(unknown)).status).toBe(404);
});

test('a file that is not fetched yet is not there', async () => {
  const id = await keep(note.subarray(0, 10), 'image/png');
  await runtime.db.query(`UPDATE media_files SET status = 'waiting' WHERE id = $1`, [id]);
  expect((await ask(id)).status).toBe(404);
});

test('the files of a contact are listed, the newest first', async () => {
  const { readFiles } = await import('./store');
  const files = await readFiles(contactId);
  expect(files.length).toBeGreaterThan(5);
  expect(files.map((file) => file.createdAt)).toEqual(files.map((file) => file.createdAt).sort((a, b) => +b - +a));
  expect(files.find((file) => file.filename === 'deed.pdf')).toMatchObject({
    mimeType: 'application/pdf',
    byteSize: 10,
  });
});

async function keep(bytes: Buffer, mimeType: string, filename: string | null = null): Promise<string> {
  const id = randomUUID();
  await storage.put(`test/${id}`, bytes, mimeType);
  await runtime.db.query(
    `INSERT INTO media_files (id, contact_id, channel, kind, filename, mime_type, byte_size, storage_key, status)
     VALUES ($1, $2, 'whatsapp', 'document', $3, $4, $5, $6, 'stored')`,
    [id, contactId, filename, mimeType, bytes.byteLength, `test/${id}`],
  );
  return id;
}

function ask(id: string, headers: Record<string, string> = {}): Promise<Response> {
  return answerFile(id, request(fileLink(id, now), headers), officer, now);
}

function request(address: string, headers: Record<string, string> = {}): Request {
  return new Request(new URL(address, 'http://localhost:3000'), { headers });
}
