import { spokenLanguages } from '@/prompts/load-spoken';
import { getEnv, type SpeechConfig, speechConfig } from '../env';
import { createSpeechApi, defaultSpeechLimits, type SpeechLimits } from './api/speech-api';
import { offlineVoice } from './offline/offline-voice';
import { isVoiceNote } from './ogg/is-voice-note';
import { speechFailure } from './speech-problem';
import type { Voice } from './voice-contract';

/** The service that the environment describes, else an offline voice where one is installed, else null. */
export function voiceNow(): Promise<Voice | null> {
  voice ??= findVoice();
  return voice;
}

let voice: Promise<Voice | null> | undefined;

async function findVoice(): Promise<Voice | null> {
  const config = speechConfig(getEnv());
  return config === null ? offlineVoice() : createServiceVoice(config);
}

/** A voice on anything that speaks OpenAI's `audio/speech`. */
export function createServiceVoice(config: SpeechConfig, limits: SpeechLimits = voiceLimits): Voice {
  const { speechModel: model, voice: speaker } = config;
  const api = createSpeechApi(config, limits);
  return {
    name: `${model}/${speaker}`,
    kind: 'service',
    say: (text, language) => {
      const manner = /^tts-1/.test(model) ? undefined : spokenLanguages[language]?.voice; // those take no instructions
      const asked = { model, voice: speaker, input: text, response_format: 'opus' as const };
      return api.call(async (openai, signal) => {
        const instructions = manner === undefined ? {} : { instructions: manner };
        const answer = await openai.audio.speech.create({ ...asked, ...instructions }, { signal });
        const bytes = new Uint8Array(await answer.arrayBuffer());
        return isVoiceNote(bytes) ? { ok: true, value: bytes } : speechFailure('speech.unreadable');
      });
    },
  };
}

/** Somebody waits for the note, and its text has been sent. */
const voiceLimits: SpeechLimits = { ...defaultSpeechLimits, deadlineMs: 15_000 };
