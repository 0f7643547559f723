import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AudioFault } from '../testing/fake-openai/fake-audio';
import { type FakeOpenAi, startFakeOpenAi } from '../testing/fake-openai/start-fake-openai';
import { encodeVoiceNote, VOICE_RATE } from './ogg/encode-voice-note';
import { createTranscriber, type Transcriber } from './transcriber';

const limits = { deadlineMs: 2_500, mostBytes: 400_000, failuresToPause: 3, pauseMs: 200 };

let fake: FakeOpenAi;
let note: Uint8Array;

beforeAll(async () => {
  fake = await startFakeOpenAi({ apiKey: 'key', answer: () => ({}) });
  note = await encodeVoiceNote(new Int16Array(VOICE_RATE));
  fake.audio.hear(note, { text: ' मुझे अस्सी लाख का लोन चाहिए ', language: 'hi', certainty: 0.8 });
});
afterEach(() => {
  fake.audio.faults.length = 0;
  fake.audio.isPlain = false;
});
afterAll(() => fake.close());

function transcriber(changes: { model?: string; baseUrl?: string; deadlineMs?: number } = {}): Transcriber {
  const { model = 'gpt-4o-mini-transcribe', baseUrl = fake.baseUrl, deadlineMs = limits.deadlineMs } = changes;
  const config = { apiKey: 'key', baseUrl, transcriptionModel: model, speechModel: 'tts-1', voice: 'coral' };
  return createTranscriber(config, { ...limits, deadlineMs });
}

describe('a voice note', () => {
  const heard = { text: 'मुझे अस्सी लाख का लोन चाहिए' };

  it('is heard with the certainty of its words, and the language is told where it is known', async () => {
    const result = await transcriber().hear({ bytes: note, language: 'hi' });
    expect(result).toEqual({ ok: true, value: { ...heard, language: null, confidence: expect.closeTo(0.8) } });
    expect(fake.audio.heard.at(-1)).toEqual({
      model: 'gpt-4o-mini-transcribe',
      language: 'hi',
      format: 'json',
      include: ['logprobs'],
      filename: 'voice.ogg',
      byteSize: note.byteLength,
    });
  });

  it('is heard by a Whisper with the language that it found', async () => {
    const result = await transcriber({ model: 'Systran/faster-whisper-small' }).hear({
      bytes: note,
      language: undefined,
    });
    expect(result).toEqual({ ok: true, value: { ...heard, language: 'hi', confidence: expect.closeTo(0.8) } });
    expect(fake.audio.heard.at(-1)).toMatchObject({ language: undefined, format: 'verbose_json' });
  });

  it('is heard by a server that gives the text alone, which is asked only once for more', async () => {
    fake.audio.isPlain = true;
    const plain = transcriber();
    for (let times = 0; times < 2; times += 1) {
      expect(await plain.hear({ bytes: note, language: 'hi' })).toEqual({
        ok: true,
        value: { ...heard, language: null, confidence: null },
      });
    }
    expect(fake.audio.heard.slice(-3).map(({ include }) => include.length)).toEqual([1, 0, 0]);
  });

  it('in which nobody speaks is silent', async () => {
    const silence = await encodeVoiceNote(new Int16Array(VOICE_RATE / 2));
    fake.audio.hear(silence, { text: ' ' });
    const ask = { bytes: silence, language: undefined };
    expect(await transcriber().hear(ask)).toMatchObject({ ok: false, code: 'speech.silent', retryable: false });
    fake.audio.hear(silence, { text: '', certainty: 0.2 });
    expect(await transcriber({ model: 'whisper-1' }).hear(ask)).toMatchObject({ ok: false, code: 'speech.silent' });
  });

  it.each([
    ['garbage', () => Buffer.from('no sound at all'), 'speech.notAudio'],
    ['a file of 16 MB', () => Buffer.alloc(limits.mostBytes + 1), 'speech.tooLong'],
    ['sound that the service can not read', () => Buffer.from('RIFF\0\0\0\0WAVEfmt '), 'speech.refused'],
  ])('that is %s is told apart, and not sent twice', async (_what, bytes, code) => {
    const before = fake.audio.heard.length;
    const result = await transcriber().hear({ bytes: bytes(), language: undefined });
    expect(result).toEqual({ ok: false, code, retryable: false });
    expect(fake.audio.heard.length - before).toBeLessThanOrEqual(code === 'speech.refused' ? 2 : 0);
  });
});

describe('a service', () => {
  it.each<[string, AudioFault[], string, boolean]>([
    ['never answers', [{ kind: 'hang' }], 'speech.timeout', true],
    ['is late', [{ kind: 'slow', ms: 3_000 }], 'speech.timeout', true],
    [
      'is busy for longer than we can wait',
      [{ kind: 'error', status: 429, retryAfterSeconds: 30 }],
      'speech.busy',
      true,
    ],
    [
      'fails twice',
      [
        { kind: 'error', status: 500 },
        { kind: 'error', status: 503 },
      ],
      'speech.unavailable',
      true,
    ],
    ['cuts the line twice', [{ kind: 'reset' }, { kind: 'reset' }], 'speech.unreachable', true],
    ['answers with a page', [{ kind: 'garbage' }], 'speech.unreadable', false],
    ['does not know us', [{ kind: 'error', status: 401 }], 'speech.misconfigured', false],
    ['can do nothing with it', [{ kind: 'error', status: 413 }], 'speech.refused', false],
  ])('that %s is a named failure within the deadline', async (_what, faults, code, retryable) => {
    fake.audio.faults.push(...faults);
    const began = performance.now();
    expect(await transcriber().hear({ bytes: note, language: 'hi' })).toMatchObject({ ok: false, code, retryable });
    expect(performance.now() - began).toBeLessThan(limits.deadlineMs + 500);
  });

  it('is asked once more after a failure that passes, when it wants', async () => {
    fake.audio.faults.push({ kind: 'error', status: 429, retryAfterSeconds: 1 });
    const began = performance.now();
    expect(await transcriber().hear({ bytes: note, language: 'hi' })).toMatchObject({ ok: true });
    expect(performance.now() - began).toBeGreaterThan(950);
  });

  it('that nobody finds is unreachable', async () => {
    const nowhere = transcriber({ baseUrl: 'http://127.0.0.1:9/v1' });
    expect(await nowhere.hear({ bytes: note, language: 'hi' })).toMatchObject({
      ok: false,
      code: 'speech.unreachable',
    });
  });

  it('that failed several times in a row is left alone for a while, and garbage does not count', async () => {
    const patient = transcriber({ deadlineMs: 900 });
    for (let times = 0; times < 5; times += 1)
      await patient.hear({ bytes: Buffer.from('garbage'), language: undefined });
    fake.audio.faults.push(...Array.from({ length: 3 }, (): AudioFault => ({ kind: 'error', status: 500 })));
    for (let times = 0; times < 3; times += 1) await patient.hear({ bytes: note, language: 'hi' });
    const before = fake.audio.heard.length;
    expect(await patient.hear({ bytes: note, language: 'hi' })).toMatchObject({
      code: 'speech.paused',
      retryable: true,
    });
    expect(fake.audio.heard.length).toBe(before);
    await new Promise((resolve) => setTimeout(resolve, limits.pauseMs + 50));
    expect(await patient.hear({ bytes: note, language: 'hi' })).toMatchObject({ ok: true });
  });
});
