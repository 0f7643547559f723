import type OpenAI from 'openai';
import { APIError, toFile } from 'openai';
import type { Transcript } from '@/flows/schema/message';
import { getEnv, type SpeechConfig, speechConfig } from '../env';
import { readTranscription } from './api/read-transcription';
import { type Called, createSpeechApi, defaultSpeechLimits, type SpeechLimits } from './api/speech-api';
import { audioFormat } from './audio-format';
import { speechFailure } from './speech-problem';

/** Hears what is said in a voice note. */
export type Transcriber = {
  readonly model: string;
  /** Never throws for anything that the bytes or the far side do, and ends within the deadline. */
  readonly hear: (note: NoteToHear) => Promise<Called<Transcript>>;
};

/** `language` is the one that is probably spoken (ISO 639-1), if there is reason to say so: a wrong one is heard wrongly. */
export type NoteToHear = { readonly bytes: Uint8Array; readonly language: string | undefined };

/** The transcriber that the environment describes, one for the process, so that its breaker knows of every call; or null. */
export function transcriberNow(): Transcriber | null {
  if (transcriber === undefined) {
    const config = speechConfig(getEnv());
    transcriber = config === null ? null : createTranscriber(config);
  }
  return transcriber;
}

let transcriber: Transcriber | null | undefined;

/** A transcriber on anything that speaks OpenAI's `audio/transcriptions`. */
export function createTranscriber(
  { transcriptionModel: model, ...config }: SpeechConfig,
  limits: SpeechLimits = defaultSpeechLimits,
): Transcriber {
  const api = createSpeechApi({ transcriptionModel: model, ...config }, limits);
  let wants = certaintyOf(model);
  return {
    model,
    hear: async ({ bytes, language }) => {
      if (bytes.byteLength > limits.mostBytes) return speechFailure('speech.tooLong');
      const format = audioFormat(bytes);
      if (format === undefined) return speechFailure('speech.notAudio');
      const file = await toFile(bytes, `voice.${format.extension}`, { type: format.mimeType });
      const asked = { model, file, ...(language?.length === 2 ? { language } : {}) };
      return api.call(async (openai, signal) => {
        try {
          return readTranscription(await openai.audio.transcriptions.create({ ...asked, ...wants }, { signal }));
        } catch (error) {
          if (!isRefusal(error) || wants === PLAIN) throw error;
        }
        // A server may know the call and not what we want beside the text: then the text alone.
        const plain = readTranscription(await openai.audio.transcriptions.create({ ...asked, ...PLAIN }, { signal }));
        wants = PLAIN;
        return plain;
      });
    },
  };
}

type Certainty = Pick<OpenAI.Audio.TranscriptionCreateParamsNonStreaming, 'response_format' | 'include'>;

const PLAIN: Certainty = { response_format: 'json' };

/** How a kind of model tells how sure it is (OpenAI's API reference, "Create transcription"). */
function certaintyOf(model: string): Certainty {
  if (/gpt-4o.*transcribe(?!-diarize)/.test(model)) return { response_format: 'json', include: ['logprobs'] };
  return /whisper/i.test(model) ? { response_format: 'verbose_json' } : PLAIN;
}

function isRefusal(error: unknown): boolean {
  return error instanceof APIError && (error.status === 400 || error.status === 422);
}
