import { outgoingContent } from '@/flows/schema/message';
import type { Voice } from '../../speech/voice-contract';
import { voiceNoteKey } from '../../speech/voice-note';
import { wordsToSpeak } from '../../speech/words-to-speak';
import type { ContactRows } from '../contact-data/store';

type Row = ContactRows[string][number];

/** Where bytes of a contact may lie in the media storage: their files, and what today's voice has said to them. */
export function storageKeysOf(rows: ContactRows, voice: Voice | null): readonly string[] {
  const files = (rows.files ?? []).flatMap(fileKeys);
  const notes = voice === null ? [] : (rows.messages ?? []).flatMap((message) => noteKeys(message, voice));
  return [...new Set([...files, ...notes])];
}

/** Where a file is, where one that is being fetched now will be, and what the simulator handed over. */
function fileKeys(file: Row): readonly string[] {
  const id = String(file.id);
  const kept = [file.storage_key, file.channel === 'simulator' ? file.media_id : null];
  return [...kept.filter((key) => typeof key === 'string'), `files/${id.slice(-2)}/${id}`];
}

/** A voice note is kept by its text: who is said the same text again has it made again. */
function noteKeys({ direction, content, language }: Row, voice: Voice): readonly string[] {
  const said = outgoingContent.safeParse(content);
  if (direction !== 'out' || typeof language !== 'string' || !said.success) return [];
  const text = wordsToSpeak(said.data, language);
  return text === '' ? [] : [voiceNoteKey(text, language, voice)];
}
