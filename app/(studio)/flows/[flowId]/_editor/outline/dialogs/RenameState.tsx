import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { renameState } from '@/flows/edit/rename-state';
import { setStateName } from '@/flows/edit/set-state-head';
import type { Flow } from '@/flows/schema/flow';
import { stateId } from '@/flows/states/define-state';
import { nameOfState } from '../../../../../_flow/name-of-state';
import { stateOf } from '../../canvas/group-box';
import { selectState } from '../../commands/acts';
import { useEditorStore } from '../../editor-context';

const texts = words.editor.outline.renaming;

/** Gives a state another name for people, or another id wherever the flow names it. */
export function RenameState({
  state: id,
  onClose,
}: {
  readonly state: string;
  readonly onClose: () => void;
}): ReactElement {
  const store = useEditorStore();
  const [state] = useState(() => stateOf(store.getState().flow, id));
  const [name, setName] = useState(state ? nameOfState(state) : id);
  const [newId, setNewId] = useState(id);
  const mistake = mistakeIn(newId, id, store.getState().flow);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (mistake !== null) return;
    const isNamed = state !== undefined && name.trim() !== nameOfState(state);
    store.getState().edit(words.editor.outline.edits.rename(id), (flow) => {
      const named = isNamed ? setStateName(flow, id, name.trim()) : flow;
      return newId === id ? named : renameState(named, id, newId);
    });
    if (newId !== id) selectState(store, newId);
    onClose();
  };
  return (
    <Sheet title={texts.title(state ? nameOfState(state) : id)} closeLabel={texts.close} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div>
          <TextField
            label={texts.name}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
          <p className="mt-1 text-xs text-ink-soft">{texts.nameBody}</p>
        </div>
        <div>
          <TextField
            label={texts.id}
            value={newId}
            maxLength={64}
            spellCheck={false}
            aria-invalid={mistake !== null}
            onChange={(event) => setNewId(event.target.value)}
          />
          <p className="mt-1 text-xs text-ink-soft">{texts.idBody}</p>
          <p role="status" className="text-xs text-danger">
            {mistake}
          </p>
        </div>
        <Button type="submit" look="primary" disabled={mistake !== null}>
          {texts.save}
        </Button>
      </form>
    </Sheet>
  );
}

function mistakeIn(newId: string, id: string, flow: Flow): string | null {
  if (newId === id) return null;
  if (!stateId.safeParse(newId).success) return texts.unfit;
  return stateOf(flow, newId) ? texts.taken : null;
}
