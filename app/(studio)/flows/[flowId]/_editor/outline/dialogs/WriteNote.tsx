import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { writeNote } from '../../commands/acts';
import { useEditorStore } from '../../editor-context';

const texts = words.editor.outline.note;

/** Writes a note: away from the canvas, where there is room. */
export function WriteNote({
  note: id,
  onClose,
}: {
  readonly note: string;
  readonly onClose: () => void;
}): ReactElement {
  const store = useEditorStore();
  const fieldId = useId();
  const [text, setText] = useState(() => store.getState().flow.notes.find((note) => note.id === id)?.text ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    writeNote(store, id, text);
    onClose();
  };
  return (
    <Sheet title={texts.title} closeLabel={texts.close} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <label htmlFor={fieldId} className="text-xs font-medium text-ink-soft">
          {texts.text}
        </label>
        <textarea
          id={fieldId}
          rows={6}
          maxLength={5_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="w-full rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card hover:border-line-strong max-md:text-base"
        />
        <Button type="submit" look="primary">
          {texts.done}
        </Button>
      </form>
    </Sheet>
  );
}
