import type { NodeProps } from '@xyflow/react';
import { memo, type ReactElement, useState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeNote } from '../commands/acts';
import { useEditorStore } from '../editor-context';
import type { NoteNode } from './flow-to-canvas';
import { toneLooks } from './tone-looks';

/** A remark of the author, pinned to the drawing. A double click, or Enter on it, writes. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<NoteNode>): ReactElement {
  const { note } = data;
  const [isWriting, setWriting] = useState(note.text === '');
  const store = useEditorStore();
  const look = classNames(
    'h-full w-full rounded-md p-3.5 text-xs shadow-card',
    toneLooks[note.colour ?? 'yellow'],
    selected && 'ring-4 ring-focus',
  );
  if (isWriting) {
    return (
      <textarea
        ref={focusOn}
        aria-label={words.editor.canvas.note}
        defaultValue={note.text}
        onChange={(event) => writeNote(store, note.id, event.target.value)}
        onBlur={() => setWriting(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        className={classNames('nodrag nowheel resize-none outline-none', look)}
      />
    );
  }
  return (
    // The canvas itself is what keys reach; the outline edits notes too.
    // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's shortcut beside those two
    <div className={classNames('overflow-hidden whitespace-pre-line', look)} onDoubleClick={() => setWriting(true)}>
      {note.text === '' ? <span className="opacity-70">{words.editor.canvas.emptyNote}</span> : note.text}
    </div>
  );
});

function focusOn(element: HTMLElement | null): void {
  element?.focus();
}
