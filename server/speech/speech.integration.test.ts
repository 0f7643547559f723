import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Channels } from '../channels';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { type FakeOpenAi, startFakeOpenAi } from '../testing/fake-openai/start-fake-openai';
import { type FakeWhatsApp, startFakeWhatsApp } from '../testing/fake-whatsapp/start-fake-whatsapp';
import { encodeVoiceNote, VOICE_RATE } from './ogg/encode-voice-note';

const secrets = { accessToken: 'access-token', appSecret: 's', phoneNumberId: '220011002200110' };
const owner = randomUUID();
const contactId = randomUUID();

let database: TestDatabase;
let db: pg.Pool;
let dataDir: string;
let openAi: FakeOpenAi;
let whatsapp: FakeWhatsApp;
let speech: Awaited<ReturnType<typeof loadSpeech>>;
let channels: Channels;
let note: Uint8Array;

/** Loaded only now, because these modules read the environment when they are. */
async function loadSpeech() {
  const [
    { transcribeDue },
    { prepareDue },
    { createServiceVoice },
    { mediaStorage },
    { createChannels },
    { closeDatabase },
  ] = await Promise.all([
    import('./transcribe-due'),
    import('./speak-due'),
    import('./voice'),
    import('../media/storage'),
    import('../channels'),
    import('../db/client'),
  ]);
  return { transcribeDue, prepareDue, createServiceVoice, mediaStorage, createChannels, closeDatabase };
}

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-speech-'));
  openAi = await startFakeOpenAi({ apiKey: 'key', answer: () => ({}) });
  whatsapp = await startFakeWhatsApp({
    ...secrets,
    seed: 1,
    webhookUrl: 'http://127.0.0.1:9/',
    weather: { statuses: [] },
  });
  const environment = { DATABASE_URL: database.url, VAARTA_DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
  Object.assign(process.env, environment, { OPENAI_API_KEY: 'key', OPENAI_BASE_URL: openAi.baseUrl });
  speech = await loadSpeech();
  channels = speech.createChannels({
    whatsapp: {
      accessToken: secrets.accessToken,
      apiBaseUrl: whatsapp.apiBaseUrl,
      phoneNumberIds: [secrets.phoneNumberId],
      appSecrets: ['s'],
      verifyToken: 'v',
    },
  });
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  await db.query(`INSERT INTO worker_processes (id) VALUES ($1)`, [owner]);
  await db.query(
    `INSERT INTO contacts (id, channel, phone, language, timezone) VALUES ($1, 'whatsapp', '+919800000001', 'kn', 'Asia/Kolkata')`,
    [contactId],
  );
  note = await encodeVoiceNote(new Int16Array(VOICE_RATE));
});
afterEach(async () => {
  openAi.audio.faults.length = 0;
  await db.query('TRUNCATE media_files, outbox_entries, turn_queue, channel_files CASCADE');
});
afterAll(async () => {
  await speech.closeDatabase();
  await db.end();
  await database.drop();
  await openAi.close();
  await whatsapp.close();
  rmSync(dataDir, { recursive: true });
});

describe('a voice note that is stored', () => {
  test('is heard, and the contact becomes due', async () => {
    openAi.audio.hear(note, { text: 'ಸಾಲ ಬೇಕು', language: 'kn' });
    const id = await storedNote(note);
    expect(await speech.transcribeDue({ owner })).toBe(1);
    expect(await fileOf(id)).toMatchObject({
      transcript_status: 'heard',
      transcript: { text: 'ಸಾಲ ಬೇಕು', language: null, confidence: expect.closeTo(0.9) },
      problem_code: null,
      owner: null,
    });
    expect(openAi.audio.heard.at(-1)?.language).toBeUndefined(); // no conversation yet: any language may be spoken
    const { rows } = await db.query('SELECT due_at <= now() AS due FROM turn_queue WHERE contact_id = $1', [contactId]);
    expect(rows).toEqual([{ due: true }]);
  });

  test('is heard with the language of the conversation as a hint', async () => {
    await withSession();
    await storedNote(note);
    await speech.transcribeDue({ owner });
    expect(openAi.audio.heard.at(-1)?.language).toBe('kn');
  });

  test('is heard once, however many look for it', async () => {
    const others = [randomUUID(), randomUUID()];
    for (const other of others) await db.query(`INSERT INTO worker_processes (id) VALUES ($1)`, [other]);
    const before = openAi.audio.heard.length;
    const ids = await Promise.all(Array.from({ length: 6 }, () => storedNote(note)));
    const claimed = await Promise.all([owner, ...others].map((each) => speech.transcribeDue({ owner: each })));
    expect(claimed.reduce((sum, count) => sum + count)).toBe(6);
    expect(openAi.audio.heard.length - before).toBe(6);
    for (const id of ids) expect((await fileOf(id)).transcript_status).toBe('heard');
  });

  test('is tried again while a turn may wait for it, then is unheard', async () => {
    openAi.audio.faults.push({ kind: 'error', status: 500 }, { kind: 'error', status: 500 });
    const id = await storedNote(note);
    await speech.transcribeDue({ owner });
    expect(await fileOf(id)).toMatchObject({
      transcript_status: 'waiting',
      problem_code: 'speech.unavailable',
      owner: null,
    });
    expect(await speech.transcribeDue({ owner })).toBe(0); // not before two seconds
    await db.query(`UPDATE media_files SET not_before = NULL, stored_at = now() - interval '21 seconds'`);
    openAi.audio.faults.push({ kind: 'reset' }, { kind: 'reset' });
    await speech.transcribeDue({ owner });
    expect(await fileOf(id)).toMatchObject({ transcript_status: 'unheard', problem_code: 'speech.unreachable' });
    expect((await db.query('SELECT 1 FROM turn_queue WHERE due_at <= now()')).rowCount).toBe(1);
  });

  test.each([
    ['garbage', Buffer.from('this is no sound'), 'speech.notAudio'],
    ['not there', undefined, 'file.gone'],
  ])('that is %s is unheard at once', async (_what, bytes, code) => {
    const id = await storedNote(bytes);
    await speech.transcribeDue({ owner });
    expect(await fileOf(id)).toMatchObject({ transcript_status: 'unheard', problem_code: code });
  });

  test('is unheard at once when nothing is there to hear it', async () => {
    const id = await storedNote(note);
    await speech.transcribeDue({ owner, transcriber: null });
    expect(await fileOf(id)).toMatchObject({ transcript_status: 'unheard', problem_code: 'speech.notConfigured' });
  });

  test('whose worker died is taken over by another', async () => {
    const id = await storedNote(note);
    await db.query(`UPDATE media_files SET owner = $1, lease_until = now() + interval '1 minute'`, [randomUUID()]);
    expect(await speech.transcribeDue({ owner })).toBe(1);
    expect((await fileOf(id)).transcript_status).toBe('heard');
  });
});

describe('words that are to be spoken', () => {
  test('become a voice note on the channel, and the same words are said and handed over once', async () => {
    const before = openAi.audio.said.length;
    const first = await unprepared({ type: 'speech', text: '₹80 lakh is possible.', language: 'en' });
    await prepare();
    const second = await unprepared({ type: 'speech', text: '₹80 lakh is possible.', language: 'en' });
    await prepare();
    const [one, two] = [await rowOf(first), await rowOf(second)];
    expect(one).toMatchObject({ status: 'queued', is_prepared: true, owner: null, not_before: null });
    expect(one.payload).toMatchObject({ type: 'audio', audio: { id: expect.any(String), voice: true } });
    expect(two.payload).toEqual(one.payload);
    expect(openAi.audio.said.slice(before).map(({ input }) => input)).toEqual(['eighty lakh rupees is possible.']);
    expect(whatsapp.media.find(one.payload.audio.id)).toBeDefined();
  });

  test('are given up 20 seconds after their text, and hold nothing up', async () => {
    const id = await unprepared({ type: 'speech', text: 'Too late.', language: 'en' });
    await db.query(`UPDATE outbox_entries SET created_at = now() - interval '21 seconds'`);
    expect(await prepare()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ status: 'cancelled', problem_code: 'speech.failed', is_prepared: false });
  });

  test('are tried again after a failure that passes, and given up after one that does not', async () => {
    openAi.audio.faults.push(
      { kind: 'error', status: 500 },
      { kind: 'error', status: 500 },
      { kind: 'error', status: 400 },
    );
    const id = await unprepared({ type: 'speech', text: 'Once more.', language: 'en' });
    await prepare();
    expect(await rowOf(id)).toMatchObject({ status: 'queued', is_prepared: false, not_before: expect.any(Date) });
    await db.query('UPDATE outbox_entries SET not_before = NULL');
    await prepare();
    expect(await rowOf(id)).toMatchObject({ status: 'cancelled', problem_code: 'speech.failed' });
  });

  test('are not spoken without a voice', async () => {
    const id = await unprepared({ type: 'speech', text: 'Hello.', language: 'en' });
    await speech.prepareDue({ owner, channels, voice: async () => null });
    expect(await rowOf(id)).toMatchObject({ status: 'cancelled', problem_code: 'speech.failed' });
  });

  test('of a message that was cancelled meanwhile change nothing', async () => {
    openAi.audio.faults.push({ kind: 'slow', ms: 400 });
    const id = await unprepared({ type: 'speech', text: 'Never mind.', language: 'en' });
    const preparing = prepare();
    await vi.waitFor(async () => {
      const { rowCount } = await db.query('SELECT 1 FROM outbox_entries WHERE id = $1 AND lease_until IS NOT NULL', [
        id,
      ]);
      expect(rowCount).toBe(1);
    });
    await db.query(`UPDATE outbox_entries SET status = 'cancelled', problem_code = 'contact.optedOut'`);
    await preparing;
    expect(await rowOf(id)).toMatchObject({
      status: 'cancelled',
      problem_code: 'contact.optedOut',
      is_prepared: false,
    });
  });
});

describe('a file of ours', () => {
  test('is handed to the channel and sent by what it is called there', async () => {
    const fileId = await storedFile('document', '%PDF-1.7 a deed', 'application/pdf', 'deed.pdf');
    const id = await unprepared({
      type: 'file',
      kind: 'document',
      fileId,
      caption: 'Your copy',
      quotes: 'wamid.asked',
    });
    await prepare();
    expect((await rowOf(id)).payload).toMatchObject({
      type: 'document',
      context: { message_id: 'wamid.asked' },
      document: { id: expect.any(String), caption: 'Your copy', filename: 'deed.pdf' },
    });
  });

  test('waits while it is not there yet, and is rejected when it never will be', async () => {
    const fileId = await storedFile('image', 'x', 'image/jpeg', 'a.jpg');
    await db.query(`UPDATE media_files SET status = 'waiting', storage_key = NULL`);
    const id = await unprepared({ type: 'file', kind: 'image', fileId });
    await prepare();
    expect(await rowOf(id)).toMatchObject({ status: 'queued', is_prepared: false, not_before: expect.any(Date) });
    await db.query(`UPDATE media_files SET status = 'failed'`);
    await db.query('UPDATE outbox_entries SET not_before = NULL');
    await prepare();
    expect(await rowOf(id)).toMatchObject({ status: 'rejected', problem_code: 'file.gone' });
  });

  test('that WhatsApp does not take in is tried again for some minutes', async () => {
    const fileId = await storedFile('document', '%PDF-1.7 b', 'application/pdf', 'b.pdf');
    const id = await unprepared({ type: 'file', kind: 'document', fileId });
    whatsapp.media.spoil('upload', { status: 503, body: '' });
    await prepare();
    expect(await rowOf(id)).toMatchObject({ status: 'queued', is_prepared: false, not_before: expect.any(Date) });
  });
});

function prepare(): Promise<number> {
  const config = {
    apiKey: 'key',
    baseUrl: openAi.baseUrl,
    transcriptionModel: 'whisper-1',
    speechModel: 'tts-1',
    voice: 'coral',
  };
  return speech.prepareDue({ owner, channels, voice: async () => speech.createServiceVoice(config) });
}

/** A voice note as it lies after it was fetched; without bytes its place in the storage is empty. */
async function storedNote(bytes: Uint8Array | undefined): Promise<string> {
  const id = randomUUID();
  if (bytes) await speech.mediaStorage().put(`files/${id}`, bytes, 'audio/ogg');
  await db.query(
    `INSERT INTO media_files (id, contact_id, channel, kind, media_id, status, stored_at, storage_key, mime_type, transcript_status)
     VALUES ($1, $2, 'whatsapp', 'voice', '1', 'stored', now(), $3, 'audio/ogg', 'waiting')`,
    [id, contactId, `files/${id}`],
  );
  return id;
}

async function storedFile(kind: string, content: string, mimeType: string, filename: string): Promise<string> {
  const id = randomUUID();
  await speech.mediaStorage().put(`files/${id}`, Buffer.from(content), mimeType);
  await db.query(
    `INSERT INTO media_files (id, contact_id, channel, kind, status, stored_at, storage_key, mime_type, filename)
     VALUES ($1, $2, 'whatsapp', $3, 'stored', now(), $4, $5, $6)`,
    [id, contactId, kind, `files/${id}`, mimeType, filename],
  );
  return id;
}

async function unprepared(payload: object): Promise<string> {
  const id = randomUUID();
  await db.query(
    `WITH message AS (
       INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at)
       VALUES ($1, $2, 'out', 'whatsapp', '{"type":"text","text":"Hello"}', '{}', 'en', now()) RETURNING id
     )
     INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, is_prepared)
     SELECT id, id, $2, id, 0, 'whatsapp', $3, false FROM message`,
    [id, contactId, JSON.stringify(payload)],
  );
  return id;
}

async function fileOf(id: string) {
  const { rows } = await db.query('SELECT * FROM media_files WHERE id = $1', [id]);
  return rows[0];
}

async function rowOf(id: string) {
  const { rows } = await db.query('SELECT * FROM outbox_entries WHERE id = $1', [id]);
  return rows[0];
}

async function withSession(): Promise<void> {
  await db.query(`INSERT INTO flows (id, name) VALUES ('f', 'F') ON CONFLICT DO NOTHING`);
  await db.query(
    `INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, state, version, started_at, updated_at)
     VALUES (gen_random_uuid(), $1, 'f', 1, 'active', 's', '{}', 1, now(), now())`,
    [contactId],
  );
}
