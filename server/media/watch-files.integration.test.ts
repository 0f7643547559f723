import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { smallestPng as png } from '@/server/testing/smallest-png';
import type { Channels } from '../channels';
import { encodeVoiceNote, VOICE_RATE } from '../speech/ogg/encode-voice-note';
import type { MediaStorage } from './media-storage';
import type { FileWatch } from './watch-files';

const pdf = Buffer.from('%PDF-1.7 a deed');
const owner = randomUUID();
const from = { phone: '+919800007001' };

let runtime: RuntimeFixture;
let channels: Channels;
let storage: MediaStorage;
let createWatch: (owner: string) => FileWatch;
let fetchDue: () => Promise<number>;

beforeAll(async () => {
  runtime = await startRuntime();
  const [{ createChannels }, { configuredChannels }, { mediaStorage }, watch] = await Promise.all([
    import('../channels'),
    import('../start/configured-channels'),
    import('./storage'),
    import('./watch-files'),
  ]);
  channels = createChannels(configuredChannels());
  storage = mediaStorage();
  createWatch = (id) => watch.createFileWatch({ owner: id, channels });
  fetchDue = () => watch.fetchDueFiles({ owner, channels });
});
beforeEach(async () => {
  await runtime.db.query('TRUNCATE media_files, turn_queue, worker_processes');
});
afterAll(() => runtime.close());

test('a customer’s picture is fetched once, seen for what it is, stored, and its contact made due', async () => {
  await send({ kind: 'image', bytes: png, mimeType: 'image/jpeg', caption: 'My shop' });
  await runtime.db.query('UPDATE turn_queue SET due_at = NULL, burst_began_at = NULL');
  expect(await fetchDue()).toBe(1);
  const file = await onlyFile();
  expect(file).toMatchObject({ status: 'stored', mime_type: 'image/png', byte_size: png.byteLength, attempts: 1 });
  expect(Buffer.from((await storage.get(file.storage_key)) ?? [])).toEqual(png);
  const due = await runtime.db.query(
    'SELECT 1 FROM turn_queue WHERE due_at IS NOT NULL AND burst_began_at IS NOT NULL',
  );
  expect(due.rowCount).toBe(1);
  expect(await fetchDue()).toBe(0);
});

test('a voice note knows its length, and its contact waits for the transcript', async () => {
  await send({ kind: 'voice', bytes: await voiceNote(), mimeType: 'audio/ogg; codecs=opus' });
  await runtime.db.query('UPDATE turn_queue SET due_at = NULL, burst_began_at = NULL');
  await fetchDue();
  const file = { status: 'stored', mime_type: 'audio/ogg', duration_ms: 2000, transcript_status: 'waiting' };
  expect(await onlyFile()).toMatchObject(file);
  expect((await runtime.db.query('SELECT 1 FROM turn_queue WHERE due_at IS NOT NULL')).rowCount).toBe(0);
});

test.each([
  ['a page that calls itself a picture', 'image', Buffer.from('<html><script>1</script>'), 'image/jpeg'],
  ['garbage that calls itself a voice note', 'voice', Buffer.from([0, 1, 2, 255, 254, 3]), 'audio/ogg'],
] as const)('%s is stored as bytes of no kind', async (_, kind, bytes, mimeType) => {
  await send({ kind, bytes, mimeType });
  await fetchDue();
  expect(await onlyFile()).toMatchObject({ status: 'stored', mime_type: 'application/octet-stream' });
});

describe('what goes wrong', () => {
  test('a failure is put off, longer each time, and what comes then is stored', async () => {
    await send({ kind: 'document', bytes: pdf, mimeType: 'application/pdf', filename: 'deed.pdf' });
    runtime.whatsapp.media.spoil('download', { status: 503, body: '' }, { flaw: { kind: 'reset' } });
    for (const [problem_code, seconds] of [
      ['file.unreachable', 10],
      ['file.brokenOff', 20],
    ] as const) {
      expect(await fetchDue()).toBe(1);
      expect(await fetchDue()).toBe(0);
      const file = await onlyFile();
      expect(file).toMatchObject({ status: 'waiting', problem_code, owner: null });
      expect(file.waits).toBeGreaterThan(seconds - 5);
      expect(file.waits).toBeLessThanOrEqual(seconds);
      await letTimePass();
    }
    await fetchDue();
    expect(await onlyFile()).toMatchObject({ status: 'stored', filename: 'deed.pdf', problem_code: null, attempts: 3 });
  });

  test('a voice note that is gone is not waited for any longer', async () => {
    await send({ kind: 'voice', bytes: await voiceNote(), mimeType: 'audio/ogg' });
    runtime.whatsapp.clock.advance(8 * 86_400_000);
    await fetchDue();
    expect(await onlyFile()).toMatchObject({ status: 'waiting', problem_code: 'file.gone' }); // maybe the token is wrong
    await letTimePass();
    await runtime.db.query(`UPDATE media_files SET created_at = now() - interval '2 hours'`);
    await runtime.db.query('UPDATE turn_queue SET due_at = NULL, burst_began_at = NULL');
    await fetchDue();
    const gone = { status: 'failed', problem_code: 'file.gone', transcript_status: 'unheard' };
    expect(await onlyFile()).toMatchObject(gone);
    expect((await runtime.db.query('SELECT 1 FROM turn_queue WHERE due_at IS NOT NULL')).rowCount).toBe(1);
  });

  test('nothing is tried for longer than WhatsApp keeps it', async () => {
    await send({ kind: 'image', bytes: png, mimeType: 'image/png' });
    await runtime.db.query(`UPDATE media_files SET created_at = now() - interval '8 days'`);
    runtime.whatsapp.media.spoil('download', { status: 503, body: '' });
    await fetchDue();
    expect(await onlyFile()).toMatchObject({ status: 'failed', problem_code: 'file.gone' });
  });

  test('sound above 16 MB is refused, a document is not', async () => {
    const large = Buffer.alloc(16 * 1024 * 1024 + 1);
    await send({ kind: 'voice', bytes: large, mimeType: 'audio/ogg' });
    await fetchDue();
    expect(await onlyFile()).toMatchObject({ status: 'failed', problem_code: 'file.tooLarge' });
    await runtime.db.query('TRUNCATE media_files');
    await send({ kind: 'document', bytes: Buffer.concat([pdf, large]), mimeType: 'application/pdf' });
    await fetchDue();
    expect(await onlyFile()).toMatchObject({ status: 'stored', mime_type: 'application/pdf' });
  });

  test('a storage that fails loses nothing', async () => {
    await send({ kind: 'image', bytes: png, mimeType: 'image/png' });
    const { KnownError } = await import('../errors');
    const { put } = storage;
    storage.put = () => Promise.reject(new KnownError('storage.unavailable', 'Full.'));
    await fetchDue().finally(() => Object.assign(storage, { put }));
    expect(await onlyFile()).toMatchObject({ status: 'waiting', problem_code: 'storage.unavailable' });
    await letTimePass();
    await fetchDue();
    expect(await onlyFile()).toMatchObject({ status: 'stored' });
  });
});

test('of many workers each file is fetched by one, four at once each', async () => {
  for (let count = 0; count < 20; count += 1) await send({ kind: 'image', bytes: png, mimeType: 'image/png' });
  const owners = [randomUUID(), randomUUID(), randomUUID()];
  await runtime.db.query('INSERT INTO worker_processes (id) SELECT unnest($1::uuid[])', [owners]);
  const watches = owners.map(createWatch);
  const rounds = await Promise.all(watches.map((watch) => watch.fetchDue()));
  expect(rounds).toEqual(owners.map(() => ({ claimed: 4, isFull: true })));
  await Promise.all(watches.map((watch) => watch.settled()));
  while (await fetchDue());
  const { rows } = await runtime.db.query('SELECT status, attempts, count(*)::int FROM media_files GROUP BY 1, 2');
  expect(rows).toEqual([{ status: 'stored', attempts: 1, count: 20 }]);
});

test('the file of a dead worker is taken over, that of a living one is not', async () => {
  await send({ kind: 'image', bytes: png, mimeType: 'image/png' });
  const other = randomUUID();
  await runtime.db.query(`UPDATE media_files SET owner = $1, attempts = 1, lease_until = now() + interval '1 hour'`, [
    other,
  ]);
  await runtime.db.query('INSERT INTO worker_processes (id) VALUES ($1)', [other]);
  expect(await fetchDue()).toBe(0);
  await runtime.db.query(`UPDATE worker_processes SET seen_at = now() - interval '6 seconds'`);
  expect(await fetchDue()).toBe(1);
  expect(await onlyFile()).toMatchObject({ status: 'stored', attempts: 2 });
});

type Row = {
  readonly status: string;
  readonly storage_key: string;
  readonly waits: number;
};

async function onlyFile(): Promise<Row> {
  const { rows } = await runtime.db.query<Row>(
    'SELECT *, extract(epoch FROM not_before - now())::float8 AS waits FROM media_files',
  );
  expect(rows).toHaveLength(1);
  return rows[0] ?? expect.fail('There is no file.');
}

async function send(file: Parameters<RuntimeFixture['whatsapp']['media']['message']>[0]): Promise<void> {
  await runtime.whatsapp.receiveFromCustomer({ from, ...runtime.whatsapp.media.message(file) });
}

async function letTimePass(): Promise<void> {
  await runtime.db.query('UPDATE media_files SET not_before = NULL');
}

/** Two seconds of silence. */
async function voiceNote(): Promise<Buffer> {
  return Buffer.from(await encodeVoiceNote(new Int16Array(2 * VOICE_RATE)));
}
