import { readOgg } from './ogg/read-ogg';
import { type SpeechProblem, speechProblems } from './speech-problem';
import { spokenText } from './spoken-text';
import { voiceNow } from './voice';
import { VOICE_NOTE_TYPE, voiceNoteOf } from './voice-note';

/** A note for somebody who wants to hear how it sounds, or a sentence that says why there is none. */
export type TriedSpeech = { readonly spoken: string } & (
  | { readonly ok: true; readonly audio: string; readonly mimeType: string; readonly durationMs: number }
  | { readonly ok: false; readonly code: SpeechProblem; readonly detail: string }
);

/** Says a text with the voice that customers hear; `audio` is base64. */
export async function trySpeech(text: string, language: string): Promise<TriedSpeech> {
  const spoken = spokenText(text, language);
  const voice = await voiceNow();
  if (voice === null) return failed(spoken, 'speech.notConfigured');
  const note = await voiceNoteOf(text, language, voice);
  if (!note.ok) return failed(spoken, note.code);
  if (note.value.byteLength > MOST_BYTES) return failed(spoken, 'speech.tooLong');
  const audio = Buffer.from(note.value).toString('base64');
  return { ok: true, spoken, audio, mimeType: VOICE_NOTE_TYPE, durationMs: readOgg(note.value)?.durationMs ?? 0 };
}

const MOST_BYTES = 512 * 1024; // it travels as base64

function failed(spoken: string, code: SpeechProblem): TriedSpeech {
  return { ok: false, spoken, code, detail: speechProblems[code] };
}
