import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { languageName } from '@/flows/schema/language-name';
import type { Preview } from './preview-of';

type Props = { readonly preview: Preview; readonly wanted: string };
const texts = words.editor.inspector.preview;

/** What WhatsApp makes of a message that its author may not expect. */
export function PreviewNotes({ preview, wanted }: Props): ReactElement | null {
  const notes = notesOn(preview, wanted);
  if (notes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-xs">
      {notes.map((note) => (
        <li key={note} className="rounded-md bg-mark-soft px-2 py-1 wrap-anywhere text-mark-ink">
          {note}
        </li>
      ))}
    </ul>
  );
}

function notesOn({ messages, split, isListInstead, cut, instead }: Preview, wanted: string): readonly string[] {
  return [
    ...(messages.length === 0 ? [texts.nothing] : []),
    ...(instead === null ? [] : [texts.instead(wanted, languageName(instead))]),
    ...(split === null ? [] : [texts.several(split)]),
    ...(isListInstead ? [texts.asList] : []),
    ...(cut.length === 0 ? [] : [texts.cut(cut.join(', '))]),
  ];
}
