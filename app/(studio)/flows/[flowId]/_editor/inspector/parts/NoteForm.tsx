import { Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { removeNotes, setNote } from '@/flows/edit/notes';
import { useEditor, useEditorStore } from '../../editor-context';
import { LineInput } from '../form/LineInput';
import { useComposedText } from '../form/use-composed-text';
import { Panel } from './Panel';
import { TonePicker } from './TonePicker';

const { note: texts, edits } = words.editor.inspector;

/** A note on the canvas: its words and its colour. */
export function NoteForm({ id }: { readonly id: string }): ReactElement | null {
  const { edit } = useEditorStore().getState();
  const note = useEditor(({ flow }) => flow.notes.find((other) => other.id === id));
  const typed = useComposedText(note?.text ?? '', (text) =>
    edit(edits.note, (flow) => setNote(flow, id, { text }), { merge: `note:${id}` }),
  );
  if (!note) return null;
  return (
    <Panel>
      <div className="flex flex-col gap-4 px-4 py-4">
        <div className="flex items-center gap-2">
          <h2 className="grow text-base font-semibold">{texts.title}</h2>
          <Button look="bare" onClick={() => edit(edits.removeNote, (flow) => removeNotes(flow, [id]))}>
            <Trash2 aria-hidden className="size-4" />
            {texts.remove}
          </Button>
        </div>
        <LineInput label={texts.text} isLong typed={{ ...typed, problem: null }} />
        <TonePicker
          label={texts.colour}
          value={note.colour ?? 'yellow'}
          onChange={(colour) => edit(edits.note, (flow) => setNote(flow, id, { colour }))}
        />
      </div>
    </Panel>
  );
}
