import { StickyNote } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { clockTime } from '../../_phone/day-label';
import type { Note } from '../inbox-types';

const texts = words.inbox.conversation;

/** What an officer wrote for colleagues: plainly nothing that the customer sees. */
export function NoteCard({ note }: { readonly note: Note }): ReactElement {
  return (
    <article aria-label={texts.noteBy(note.author.name)} className="mx-auto mt-2 max-w-[85%] px-3">
      <div className="rounded-lg border border-mark bg-mark-soft px-3 py-2 text-sm text-mark-ink">
        <p className="flex items-center gap-1.5 text-xs font-semibold">
          <StickyNote aria-hidden className="size-3.5 shrink-0" />
          <span className="min-w-0 flex-1">{texts.noteBy(note.author.name)}</span>
          <time dateTime={note.createdAt} className="font-normal tabular-nums">
            {clockTime(note.createdAt)}
          </time>
        </p>
        <p className="mt-0.5 whitespace-pre-wrap wrap-anywhere">{note.body}</p>
      </div>
    </article>
  );
}
