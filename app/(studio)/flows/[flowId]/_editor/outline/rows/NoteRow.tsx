import { StickyNote } from 'lucide-react';
import type { ReactElement } from 'react';
import { useEditor } from '../../editor-context';
import { nameOfThing } from '../name-of-thing';
import { RowLine } from './RowLine';

/** A note by its first words. */
export function NoteRow({ id, note }: { readonly id: string; readonly note: string }): ReactElement {
  const name = useEditor(({ flow }) => nameOfThing(flow, { type: 'note', id: note }));
  return <RowLine id={id} sign={<StickyNote aria-hidden className="size-4 shrink-0 text-ink-faint" />} name={name} />;
}
