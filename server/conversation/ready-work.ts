import type { MessageEntry, TurnWork } from './turn-work';

/** How long a turn waits for what a voice note says, from the moment that the note came in. */
const LONGEST_HEARING_MS = 30_000;

/**
 * What of a contact's work can be taken now; undefined when it must wait. A voice note that is still being heard holds back
 * the whole burst, so that what was written beside it is answered with it. What has waited as long as a note may take waits
 * no longer: it is taken without the note, or the note without its words.
 */
export function readyWork(work: TurnWork, nowMs: number): TurnWork | undefined {
  const messages = leadingMessages(work);
  const isOld = ({ receivedAt }: MessageEntry) => nowMs - Date.parse(receivedAt) >= LONGEST_HEARING_MS;
  const awaited = messages.findIndex((entry) => entry.file?.transcriptStatus === 'waiting' && !isOld(entry));
  if (awaited < 0) return work;
  if (!messages.slice(0, awaited).some(isOld)) return;
  return { ...work, entries: work.entries.slice(0, awaited), more: true };
}

/** The messages before anything else that is pending: they are one turn. */
export function leadingMessages({ entries }: TurnWork): MessageEntry[] {
  const messages: MessageEntry[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'message') break;
    messages.push(entry);
  }
  return messages;
}
