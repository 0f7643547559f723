import { createHash } from 'node:crypto';
import { KnownError } from '../errors';
import { log } from '../log';
import { mediaStorage } from '../media/storage';
import type { Called } from './api/speech-api';
import { isVoiceNote } from './ogg/is-voice-note';
import { speechFailure } from './speech-problem';
import { spokenText } from './spoken-text';
import type { Voice } from './voice-contract';

export const VOICE_NOTE_TYPE = 'audio/ogg';

/**
 * A written text as a voice note. What the same voice has said before comes from the media storage, and what it is just
 * saying is said once.
 */
export function voiceNoteOf(text: string, language: string, voice: Voice): Promise<Called<Uint8Array>> {
  const spoken = spokenText(text, language);
  if (spoken === '') return Promise.resolve(speechFailure('speech.silent'));
  if (spoken.length > LONGEST_SPOKEN) return Promise.resolve(speechFailure('speech.tooLong'));
  const key = voiceNoteKey(text, language, voice);
  const known = making.get(key);
  if (known) return known;
  const made = make(key, () => voice.say(spoken, language)).finally(() => making.delete(key));
  making.set(key, made);
  return made;
}

/** Where a voice note of this text is kept once it was said. */
export function voiceNoteKey(text: string, language: string, voice: Pick<Voice, 'name'>): string {
  const hash = createHash('sha256').update(JSON.stringify([voice.name, language, spokenText(text, language)]));
  return `speech/${hash.digest('hex')}.ogg`;
}

/** Some two minutes: about what WhatsApp plays without a download arrow (512 KB; Cloud API reference, "Media"). */
const LONGEST_SPOKEN = 2_000; // characters

const making = new Map<string, Promise<Called<Uint8Array>>>();

async function make(key: string, say: () => Promise<Called<Uint8Array>>): Promise<Called<Uint8Array>> {
  const kept = await whileStorageWorks(() => mediaStorage().get(key));
  if (kept !== undefined && isVoiceNote(kept)) return { ok: true, value: kept };
  const said = await say();
  if (said.ok) await whileStorageWorks(() => mediaStorage().put(key, said.value, VOICE_NOTE_TYPE));
  return said;
}

/** The cache is a nicety: without it a note is said again. */
async function whileStorageWorks<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    log.warn({ code: error.code }, 'speech.notCached');
    return undefined;
  }
}
