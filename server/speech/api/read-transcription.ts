import { z } from 'zod';
import type { Transcript } from '@/flows/schema/message';
import { languages } from '@/prompts/load-languages';
import { speechFailure } from '../speech-problem';
import type { Called } from './speech-api';

/** An answer of `audio/transcriptions`, in whichever of its shapes, as a transcript. */
export function readTranscription(answer: unknown): Called<Transcript> {
  const read = transcription.safeParse(answer);
  if (!read.success) return speechFailure('speech.unreadable');
  const { text: written, language, logprobs, segments } = read.data;
  const text = written.trim().slice(0, LONGEST_TEXT);
  if (text === '' || (segments?.length && segments.every(isSilence))) return speechFailure('speech.silent');
  const confidence = logprobs?.length
    ? certainty(logprobs.map(({ logprob }) => ({ logprob, weight: 1 })))
    : segments?.length
      ? certainty(segments.map((part) => ({ logprob: part.avg_logprob, weight: Math.max(0, part.end - part.start) })))
      : null;
  return { ok: true, value: { text, language: codeOf(language), confidence } };
}

const transcription = z.object({
  text: z.string(),
  language: z.string().optional().catch(undefined),
  logprobs: z
    .array(z.object({ logprob: z.number() }))
    .nullish()
    .catch(null),
  segments: z
    .array(z.object({ start: z.number(), end: z.number(), avg_logprob: z.number(), no_speech_prob: z.number() }))
    .nullish()
    .catch(null),
});
type Segment = NonNullable<z.infer<typeof transcription>['segments']>[number];

const LONGEST_TEXT = 8_000; // characters: ten minutes of fast speech

/** Whisper's own rule for a stretch in which nobody speaks: no_speech_threshold and logprob_threshold of its decoder. */
function isSilence({ no_speech_prob, avg_logprob }: Segment): boolean {
  return no_speech_prob > 0.6 && avg_logprob < -1;
}

/** The mean probability of a token, 0 to 1. */
function certainty(parts: readonly { readonly logprob: number; readonly weight: number }[]): number | null {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  if (weight <= 0) return null;
  const mean = parts.reduce((sum, part) => sum + part.logprob * part.weight, 0) / weight;
  return Math.min(1, Math.max(0, Math.exp(mean)));
}

/** "kannada" or "kn" as the code; null for what we have no language for. */
function codeOf(language: string | undefined): string | null {
  if (language === undefined) return null;
  const name = language.trim().toLowerCase();
  const known = Object.values(languages).find((pack) => pack.code === name || pack.name.toLowerCase() === name);
  return known?.code ?? (/^[a-z]{2,3}$/.test(name) ? name : null);
}
