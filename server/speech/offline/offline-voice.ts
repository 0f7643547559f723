import { setImmediate as letOthersRun } from 'node:timers/promises';
import { encodeVoiceNote, VOICE_RATE } from '../ogg/encode-voice-note';
import { speechFailure } from '../speech-problem';
import type { Voice } from '../voice-contract';
import { type Espeak, loadEspeak } from './load-espeak';
import { resample } from './resample';

/** eSpeak NG, when its package was installed beside Vaarta; else null. It sounds like a machine, and needs no network. */
export async function offlineVoice(): Promise<Voice | null> {
  const espeak = await loadEspeak();
  return espeak === null ? null : createOfflineVoice(espeak);
}

function createOfflineVoice(espeak: Espeak): Voice {
  let last: Promise<unknown> = Promise.resolve();
  return {
    name: 'espeak-ng',
    kind: 'offline',
    say: (text, language) => {
      // One at a time: between two sentences of one note the language must not change.
      const said = last.then(() => say(espeak, text, language));
      last = said.catch(() => undefined);
      return said;
    },
  };
}

async function say(espeak: Espeak, text: string, language: string): ReturnType<Voice['say']> {
  if (espeak.set_voice(language) !== 0) return speechFailure('speech.noVoice');
  const pieces: Int16Array[] = [];
  for (const sentence of sentencesOf(text)) {
    espeak.synthesize(sentence, (samples) => {
      if (samples) pieces.push(Int16Array.from(samples)); // the memory is used again
      return false; // go on
    });
    await letOthersRun(); // each takes some hundred milliseconds
  }
  const samples = joined(pieces);
  if (samples.length === 0) return speechFailure('speech.silent');
  return { ok: true, value: await encodeVoiceNote(resample(samples, espeak.samplerate, VOICE_RATE)) };
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?।])\s+/u).filter((sentence) => sentence.trim() !== '');
}

function joined(pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
