import { OggOpusDecoder } from 'ogg-opus-decoder';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { AudioFault } from '../testing/fake-openai/fake-audio';
import { type FakeOpenAi, startFakeOpenAi } from '../testing/fake-openai/start-fake-openai';
import { resample } from './offline/resample';
import { encodeVoiceNote, VOICE_RATE } from './ogg/encode-voice-note';
import { createServiceVoice } from './voice';

const limits = { deadlineMs: 2_000, mostBytes: 400_000, failuresToPause: 50, pauseMs: 200 };

let fake: FakeOpenAi;

beforeAll(async () => {
  fake = await startFakeOpenAi({ apiKey: 'key', answer: () => ({}) });
});
afterEach(() => {
  fake.audio.faults.length = 0;
});
afterAll(() => fake.close());

function voice(speechModel = 'gpt-4o-mini-tts') {
  const config = { apiKey: 'key', baseUrl: fake.baseUrl, transcriptionModel: 'whisper-1', speechModel, voice: 'coral' };
  return createServiceVoice(config, limits);
}

test('says a text as a voice note in the manner of its language, which a decoder can hear', async () => {
  const said = await voice().say('ಎಂಬತ್ತು ಲಕ್ಷ ರೂಪಾಯಿ.', 'kn');
  const bytes = said.ok ? said.value : new Uint8Array();
  const decoder = new OggOpusDecoder();
  await decoder.ready;
  const { samplesDecoded, errors } = await decoder.decodeFile(bytes);
  decoder.free();
  expect(errors).toEqual([]);
  expect(samplesDecoded).toBeGreaterThan(10_000);
  expect(fake.audio.said.at(-1)).toMatchObject({ model: 'gpt-4o-mini-tts', voice: 'coral', response_format: 'opus' });
  expect(fake.audio.said.at(-1)?.instructions).toContain('Kannada');
});

test('tells a model nothing of manners that takes no instructions', async () => {
  expect(await voice('tts-1').say('Hello.', 'en')).toMatchObject({ ok: true });
  expect(fake.audio.said.at(-1)?.instructions).toBeUndefined();
});

test('uses nothing that WhatsApp would not play as a voice note', async () => {
  const note = await encodeVoiceNote(new Int16Array(VOICE_RATE / 10));
  const stereo = Uint8Array.from(note);
  stereo[37] = 2; // the number of channels in the head
  const bodies = [stereo, note.subarray(0, 50), Buffer.from('ID3 an mp3'), new Uint8Array()];
  for (const body of bodies) {
    fake.audio.faults.push({ kind: 'body', body });
    expect(await voice().say('Hello.', 'en')).toEqual({ ok: false, code: 'speech.unreadable', retryable: false });
  }
});

test.each<[string, AudioFault[], string]>([
  ['never answers', [{ kind: 'hang' }], 'speech.timeout'],
  [
    'fails twice',
    [
      { kind: 'error', status: 500 },
      { kind: 'error', status: 500 },
    ],
    'speech.unavailable',
  ],
  ['sends too much', [{ kind: 'body', body: new Uint8Array(limits.mostBytes + 1) }], 'speech.unreadable'],
  ['answers with a page', [{ kind: 'garbage' }], 'speech.unreadable'],
])('a service that %s is a named failure', async (_what, faults, code) => {
  fake.audio.faults.push(...faults);
  expect(await voice().say('Hello.', 'en')).toMatchObject({ ok: false, code });
});

test('a sound keeps its length and its shape in another sampling rate', () => {
  const rise = Int16Array.from({ length: 22_050 }, (_, at) => at);
  const resampled = resample(rise, 22_050, 24_000);
  expect(resampled).toHaveLength(24_000);
  expect(resampled[12_000]).toBe(11_025);
  expect(resample(rise, 24_000, 24_000)).toBe(rise);
});
