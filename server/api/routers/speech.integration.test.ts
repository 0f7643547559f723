import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOgg } from '../../speech/ogg/read-ogg';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { type FakeOpenAi, startFakeOpenAi } from '../../testing/fake-openai/start-fake-openai';

let studio: Awaited<ReturnType<typeof loadStudio>>;
let database: TestDatabase;
let openAi: FakeOpenAi;
let dataDir: string;

/** Loaded only when the environment names the service: modules read it when they are. */
async function loadStudio() {
  const { studioCaller } = await import('../../testing/studio-caller');
  return studioCaller();
}

beforeAll(async () => {
  database = await createTestDatabase();
  openAi = await startFakeOpenAi({ apiKey: 'a-secret-key', answer: () => ({}) });
  dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-speech-api-'));
  const service = { OPENAI_API_KEY: 'a-secret-key', OPENAI_BASE_URL: openAi.baseUrl };
  Object.assign(process.env, { DATABASE_URL: database.url, VAARTA_DATA_DIR: dataDir, ...service });
  studio = await loadStudio();
});
afterAll(async () => {
  const { closeDatabase } = await import('../../db/client');
  await closeDatabase();
  await database.drop();
  await openAi.close();
  rmSync(dataDir, { recursive: true });
});

test('the settings are kept, and what speaks is named without its key', async () => {
  const before = await studio.speech.settings();
  expect(before).toMatchObject({
    settings: { reply: 'whenSpokenTo' },
    speaker: 'service',
    service: { host: new URL(openAi.baseUrl).host, speechModel: 'gpt-4o-mini-tts', voice: 'coral' },
  });
  expect(JSON.stringify(before)).not.toContain('a-secret-key');
  await studio.speech.saveSettings({ reply: 'never' });
  expect((await studio.speech.settings()).settings).toEqual({ reply: 'never' });
});

test('a text can be listened to as customers would hear it', async () => {
  const said = await studio.speech.say({ text: '₹80 ಲಕ್ಷ', language: 'kn' });
  expect(said).toMatchObject({ ok: true, spoken: 'ಎಂಬತ್ತು ಲಕ್ಷ ರೂಪಾಯಿ.', mimeType: 'audio/ogg' });
  const note = readOgg(Buffer.from(said.ok ? said.audio : '', 'base64'));
  expect(note).toEqual({ codec: 'opus', channels: 1, durationMs: said.ok ? said.durationMs : 0 });
});

test('a text that can not be said gives the reason in words', async () => {
  openAi.audio.faults.push({ kind: 'error', status: 401 });
  expect(await studio.speech.say({ text: 'Not said before.', language: 'en' })).toMatchObject({
    ok: false,
    code: 'speech.misconfigured',
    detail: 'The service for voice refuses us: look at the key, the address and the model.',
  });
});
