import { type Actor, isAtLeast } from '../../auth/actor';
import { isPersonal } from '../personal-slots';
import { beginningOf, shownWords } from '../shown-words';
import { type StoredEntry, selectTimeline } from './store';
import type { TimelineCursor, TimelineEntry, TimelinePage } from './timeline-entry';

export type TimelineInput = Readonly<{ contactId: string; before: TimelineCursor | null; limit: number }>;

/** One page of what happened with a contact, the newest first; for viewers without what is private. */
export async function readTimeline({ contactId, before, limit }: TimelineInput, actor: Actor): Promise<TimelinePage> {
  const isMasked = !isAtLeast(actor.role, 'officer');
  const stored = await selectTimeline({ contactId, before, limit: limit + 1, isMasked });
  const entries = stored.slice(0, limit).map(isMasked ? toMaskedEntry : toEntry);
  const last = stored.length > limit ? entries.at(-1) : undefined;
  return { entries, next: last ? { at: last.at, id: last.id } : null };
}

function toEntry({ id, at: date, what }: StoredEntry): TimelineEntry {
  const at = date.toISOString();
  if (what.kind !== 'message') return { id, at, ...what };
  const { content, ...message } = what;
  return { id, at, ...message, text: beginningOf(shownWords(content)) };
}

function toMaskedEntry({ id, at, what }: StoredEntry): TimelineEntry {
  if (what.kind === 'handover') return toEntry({ id, at, what: { ...what, reason: '' } }); // an officer's own words
  if (what.kind !== 'filled') return toEntry({ id, at, what });
  return toEntry({ id, at, what: { ...what, slots: what.slots.filter(({ slot }) => !isPersonal(slot)) } });
}
