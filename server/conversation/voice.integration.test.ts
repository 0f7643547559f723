import { OggOpusDecoder } from 'ogg-opus-decoder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeOpenAi, startFakeOpenAi } from '@/server/testing/fake-openai/start-fake-openai';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { blindIndex } from '../sealing/blind-index';
import { encodeVoiceNote } from '../speech/ogg/encode-voice-note';

let runtime: RuntimeFixture;
let openai: FakeOpenAi;

beforeAll(async () => {
  openai = await startFakeOpenAi({ apiKey: 'key', answer: () => null });
  runtime = await startRuntime({
    BURST_WINDOW_MS: '300',
    OPENAI_API_KEY: 'key',
    OPENAI_BASE_URL: openai.baseUrl,
    OPENAI_TRANSCRIPTION_MODEL: 'gpt-4o-mini-transcribe',
  });
  const [{ insertFlow }, { readFlowLibrary }, settings, { defaultUnderstandingSettings }] = await Promise.all([
    import('../flows/store'),
    import('../flows/flow-library'),
    import('../understanding/settings/store'),
    import('../understanding/settings/understanding-settings'),
  ]);
  for (const flow of await readFlowLibrary()) await insertFlow(flow, 'test');
  await settings.writeUnderstandingSettings({ ...defaultUnderstandingSettings, engine: 'embedded' });
  runtime.startWorker();
  runtime.startWorker();
});
afterAll(async () => {
  await runtime.close();
  await openai.close();
});

test.each([
  ['en', '+919800008001', 'I want a loan of 50 lakh on my house', /^[\x20-\x7e’]+$/],
  ['kn', '+919800008002', 'ನನ್ನ ಮನೆ ಮೇಲೆ 50 ಲಕ್ಷ ಸಾಲ ಬೇಕು', /[\u0c80-\u0cff]/],
])(
  '%s: a voice note is heard, understood, and answered in text and then aloud',
  async (language, phone, words, script) => {
    const note = await newNote();
    openai.audio.hear(note, { text: words, language, certainty: 0.9 });
    await sendNote(phone, note);
    const { contact_id: contact } = await turnTaken(phone);
    const heard = await runtime.until<Heard>(
      `SELECT m.content, c.language, s.state FROM contacts c
     JOIN messages m ON m.contact_id = c.id JOIN flow_sessions s ON s.contact_id = c.id
     WHERE c.id = $1 AND m.direction = 'in'`,
      [contact],
    );
    expect(heard.content.transcript).toEqual({ text: words, language: null, confidence: expect.closeTo(0.9) });
    expect([heard.language, heard.state.slots.loan_amount_needed?.value]).toEqual([language, 5_000_000]);

    await answersAccepted(phone, 2);
    const sent = runtime.whatsapp.accepted.filter((send) => send.customer.phone === phone);
    const [text, voice] = sent.slice(-2);
    expect(text?.body.type).not.toBe('audio');
    expect(voice?.body).toMatchObject({ type: 'audio', audio: { id: expect.any(String), voice: true } });
    const upload = runtime.whatsapp.media.find(JSON.parse(JSON.stringify(voice?.body)).audio.id);
    expect(upload?.mimeType).toBe('audio/ogg');
    const { samplesDecoded, errors, channelData } = await decode(upload?.bytes ?? Buffer.alloc(0));
    expect([samplesDecoded > 4_800, errors, channelData.length]).toEqual([true, [], 1]);
    const said = openai.audio.said.at(-1)?.input ?? '';
    expect(said).toMatch(script);
    expect(said).not.toMatch(/[₹*_•\d]/);
  },
);

test('what is written beside a note is one turn with it, in order, however long the hearing takes', async () => {
  const phone = '+919800008003';
  await allSpoken();
  const note = await newNote();
  openai.audio.hear(note, { text: 'What is the rate of interest?', language: 'en' });
  openai.audio.faults.push({ kind: 'slow', ms: 1_500 });
  const at = Date.now();
  await runtime.whatsapp.receiveFromCustomer({ from: phone, text: 'Hello', at: at - 2_000 });
  await sendNote(phone, note, at - 1_000);
  // The burst is over, and the turn was looked at: the note still holds it open.
  await runtime.until(
    `SELECT 1 FROM turn_queue q JOIN contacts c ON c.id = q.contact_id WHERE c.phone_hash = $1 AND q.fence > 0 AND q.owner IS NULL`,
    [hashOf(phone)],
  );
  await runtime.whatsapp.receiveFromCustomer({ from: phone, text: 'for 15 years', at });
  const { texts } = await turnTaken(phone);
  expect(texts).toEqual(['Hello', 'What is the rate of interest?', 'for 15 years']);
  const { rows } = await runtime.db.query(
    'SELECT claims, failures FROM turn_queue q JOIN contacts c ON c.id = q.contact_id WHERE c.phone_hash = $1',
    [hashOf(phone)],
  );
  expect(rows).toEqual([{ claims: 0, failures: 0 }]);
});

test('a note in which there is no sound is kept, and its sender asked to type; beside words those are answered', async () => {
  const phone = '+919800008004';
  await runtime.say(phone, 'Hello');
  await answersAccepted(phone, 1);
  await sendNote(phone, Buffer.from('this is no sound at all, whatever it calls itself'));
  await isSaid(phone, 'voiceUnheard');
  const { rows } = await runtime.db.query(
    `SELECT f.status, f.transcript_status, f.problem_code, i.status AS entry, i.reason FROM media_files f
     JOIN inbox_entries i ON i.id = f.inbox_entry_id JOIN contacts c ON c.id = f.contact_id WHERE c.phone_hash = $1`,
    [hashOf(phone)],
  );
  expect(rows).toEqual([
    {
      status: 'stored',
      transcript_status: 'unheard',
      problem_code: 'speech.notAudio',
      entry: 'ignored',
      reason: 'voice.unheard',
    },
  ]);
  const other = '+919800008005';
  await runtime.say(other, 'Hello');
  await answersAccepted(other, 1);
  await sendNote(other, Buffer.from('no sound either'));
  await runtime.say(other, 'What is the rate of interest?');
  await runtime.until(
    `SELECT 1 FROM turns t JOIN contacts c ON c.id = t.contact_id WHERE c.phone_hash = $1 AND t.seq = 2`,
    [hashOf(other)],
  );
  const { rowCount } = await runtime.db.query(`${saidSql} AND text_keys = ARRAY['runtime/voiceUnheard']`, [
    hashOf(other),
  ]);
  expect(rowCount).toBe(0);
});

test('a note of 16 MB is heard, and a larger one is not fetched: its sender is asked to type', async () => {
  const phone = '+919800008006';
  const large = await newNote(16 * MEGABYTE);
  openai.audio.hear(large, { text: 'I need a loan', language: 'en' });
  await sendNote(phone, large);
  expect((await turnTaken(phone)).texts).toEqual(['I need a loan']);
  const { byteSize } = openai.audio.heard.at(-1) ?? {};
  expect(byteSize).toBe(large.byteLength);
  await sendNote(phone, await newNote(16 * MEGABYTE + 1));
  await isSaid(phone, 'voiceUnheard');
});

test('an identity number that was spoken is masked wherever the words are kept', async () => {
  const phone = '+919800008007';
  const note = await newNote();
  openai.audio.hear(note, { text: 'my PAN is ABCPE1234F ok', language: 'en' });
  await sendNote(phone, note);
  await turnTaken(phone);
  const { rows } = await runtime.db.query(
    `SELECT (SELECT jsonb_agg(t) FROM turns t WHERE contact_id = c.id) AS turns,
       (SELECT jsonb_agg(m) FROM messages m WHERE contact_id = c.id) AS messages,
       (SELECT jsonb_agg(i) FROM inbox_entries i WHERE contact_id = c.id) AS entries,
       (SELECT jsonb_agg(f) FROM media_files f WHERE contact_id = c.id) AS files,
       (SELECT jsonb_agg(s) FROM flow_sessions s WHERE contact_id = c.id) AS sessions
     FROM contacts c WHERE c.phone_hash = $1`,
    [hashOf(phone)],
  );
  const kept = JSON.stringify(rows);
  expect(kept).not.toContain('ABCPE1234F');
  expect(kept.match(/my PAN is •{10} ok/g)?.length).toBeGreaterThanOrEqual(3);
});

test('a note to an officer is heard before it is kept: who says stop is, and a number is masked', async () => {
  const phone = '+919800008010';
  await runtime.say(phone, 'Hello');
  await answersAccepted(phone, 1);
  await allSpoken();
  await runtime.db.query(
    `INSERT INTO handovers (id, contact_id, asked_by, reason, summary, status, assignee_id, taken_at)
     SELECT gen_random_uuid(), id, 'officer', 'officer', '', 'taken', 'ravi', now() FROM contacts WHERE phone_hash = $1`,
    [hashOf(phone)],
  );
  const [pan, stop] = [await newNote(), await newNote()];
  openai.audio.hear(pan, { text: 'my PAN is ABCPE1234F ok', language: 'en' });
  openai.audio.hear(stop, { text: 'stop', language: 'en' });
  openai.audio.faults.push({ kind: 'slow', ms: 900 }, { kind: 'slow', ms: 900 }); // longer than the burst
  await sendNote(phone, pan);
  const kept = await runtime.until<{ content: { transcript: { text: string } } }>(
    `SELECT m.content FROM messages m JOIN contacts c ON c.id = m.contact_id
     JOIN inbox_entries i ON i.id = m.inbox_entry_id WHERE c.phone_hash = $1 AND i.reason = 'officer.owns'`,
    [hashOf(phone)],
  );
  expect(kept.content.transcript.text).toMatch(/my PAN is •{10} ok/);
  await sendNote(phone, stop);
  await runtime.until(
    `SELECT 1 FROM contacts c JOIN outbox_entries o ON o.contact_id = c.id
     WHERE c.phone_hash = $1 AND c.opted_out_at IS NOT NULL AND o.is_last_word`,
    [hashOf(phone)],
  );
});

test('when nothing can speak, the text has been said, and that is all that counts', async () => {
  const phone = '+919800008008';
  await allSpoken();
  const note = await newNote();
  openai.audio.hear(note, { text: 'What are the fees?', language: 'en' });
  openai.audio.faults.push({ kind: 'slow', ms: 0 }, { kind: 'error', status: 400 });
  await sendNote(phone, note);
  const { contact_id: contact } = await turnTaken(phone);
  const row = await runtime.until<{ problem_code: string }>(
    `SELECT problem_code FROM outbox_entries WHERE contact_id = $1 AND status = 'cancelled'`,
    [contact],
  );
  expect(row.problem_code).toBe('speech.failed');
  await answersAccepted(phone, 1);
  const { readConversation } = await import('./read-conversation');
  const conversation = await readConversation({ contactId: contact });
  const [heard, answer] = conversation?.messages ?? [];
  expect(heard).toMatchObject({
    direction: 'in',
    content: { transcript: { text: 'What are the fees?' } },
    file: { status: 'stored', transcriptStatus: 'heard', url: expect.stringMatching(/^\/api\/media\//) },
  });
  expect(answer).toMatchObject({ direction: 'out', problem: null });
});

test('when nothing can hear, the customer is asked to type, in their language, while the note is kept', {
  timeout: 60_000,
}, async () => {
  const phone = '+919800008009';
  await runtime.say(phone, 'ನಮಸ್ಕಾರ, ಸಾಲ ಬೇಕು');
  await answersAccepted(phone, 1);
  await openai.close();
  await sendNote(phone, await newNote());
  await expect
    .poll(
      async () =>
        (await runtime.db.query(`${saidSql} AND text_keys = ARRAY['runtime/voiceUnheard']`, [hashOf(phone)])).rows[0]
          ?.text,
      { timeout: 40_000, interval: 200 },
    )
    .toMatch(/ಟೈಪ್ ಮಾಡಿ/);
  const { rows } = await runtime.db.query(
    `SELECT f.status, f.transcript_status FROM media_files f JOIN contacts c ON c.id = f.contact_id WHERE c.phone_hash = $1`,
    [hashOf(phone)],
  );
  expect(rows[0]?.status).toBe('stored');
});

const MEGABYTE = 1024 * 1024;

const saidSql = `SELECT content->>'text' AS text FROM messages m JOIN contacts c ON c.id = m.contact_id
  WHERE c.phone_hash = $1 AND m.direction = 'out'`;

let notes = 0;

/** Real speech bytes, each other ones; filled up to a size with what players skip. */
async function newNote(byteSize = 0): Promise<Buffer> {
  notes += 1;
  const pitch = 200 + notes * 20;
  const samples = Int16Array.from({ length: 24_000 }, (_, at) => 8_000 * Math.sin((at / 24_000) * 2 * Math.PI * pitch));
  const note = Buffer.from(await encodeVoiceNote(samples));
  return Buffer.concat([note, Buffer.alloc(Math.max(0, byteSize - note.byteLength))]);
}

async function sendNote(phone: string, bytes: Buffer, at?: number): Promise<void> {
  const message = runtime.whatsapp.media.message({ kind: 'voice', bytes, mimeType: 'audio/ogg; codecs=opus' });
  await runtime.whatsapp.receiveFromCustomer({ from: phone, ...message, ...(at === undefined ? {} : { at }) });
}

type Heard = {
  readonly content: { readonly transcript?: { readonly text: string }; readonly text?: string };
  readonly language: string;
  readonly state: { readonly slots: Readonly<Record<string, { readonly value: unknown }>> };
};

function hashOf(phone: string): string {
  return blindIndex('phone', phone);
}

/** The first turn of somebody, and what it took in. */
async function turnTaken(phone: string) {
  const turn = await runtime.until<{
    contact_id: string;
    input: { reply: { messages: readonly Pick<Heard, 'content'>[] } };
  }>(
    `SELECT t.contact_id, t.input FROM turns t JOIN contacts c ON c.id = t.contact_id WHERE c.phone_hash = $1 AND t.seq = 1`,
    [hashOf(phone)],
  );
  const texts = turn.input.reply.messages.map(({ content }) => content.transcript?.text ?? content.text);
  return { contact_id: turn.contact_id, texts };
}

async function answersAccepted(phone: string, least: number): Promise<void> {
  await runtime.until(
    `SELECT 1 FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id WHERE c.phone_hash = $1
     HAVING count(*) FILTER (WHERE o.status = 'accepted') >= $2 AND count(*) FILTER (WHERE o.status IN ('queued', 'dispatching')) = 0`,
    [hashOf(phone), least],
  );
}

/** What was said before is spoken: the next calls are about the next note. */
async function allSpoken(): Promise<void> {
  await runtime.until(
    `SELECT 1 FROM outbox_entries HAVING count(*) FILTER (WHERE status IN ('queued', 'dispatching')) = 0`,
  );
}

async function isSaid(phone: string, key: string): Promise<void> {
  await runtime.until(`${saidSql} AND text_keys = ARRAY[$2]`, [hashOf(phone), `runtime/${key}`]);
}

async function decode(note: Uint8Array) {
  const decoder = new OggOpusDecoder();
  await decoder.ready;
  try {
    return await decoder.decodeFile(note);
  } finally {
    decoder.free();
  }
}
