import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { setGroup } from '@/flows/edit/groups';
import { useEditorStore } from '../../editor-context';
import { nameOfThing } from '../name-of-thing';

const texts = words.editor.outline.renaming;

/** Gives a group another name. */
export function RenameGroup({
  group,
  onClose,
}: {
  readonly group: string;
  readonly onClose: () => void;
}): ReactElement {
  const store = useEditorStore();
  const [was] = useState(() => nameOfThing(store.getState().flow, { type: 'group', id: group }));
  const [name, setName] = useState(was);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const label = words.editor.outline.edits.renameGroup(was);
    store.getState().edit(label, (flow) => setGroup(flow, group, { name: name.trim() || was }));
    onClose();
  };
  return (
    <Sheet title={texts.title(was)} closeLabel={texts.close} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField label={texts.name} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        <Button type="submit" look="primary">
          {texts.save}
        </Button>
      </form>
    </Sheet>
  );
}
