import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { addVariable } from '@/flows/edit/variables';
import { useEditorStore } from '../../editor-context';
import { SlotPicker } from '../pickers/SlotPicker';
import { labelOfPath } from './field-words';
import { useAt, useForm } from './form-context';
import { useWrite } from './use-write';
import { textOf, withValueAt } from './value-at';

/** Which fact about the customer a value is about; a new one becomes a variable of the flow. */
export function SlotField({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const store = useEditorStore();
  const { owner } = useForm();
  const value = useAt(path, textOf);
  const write = useWrite();
  return (
    <SlotPicker
      label={label}
      value={value}
      onChange={(slot) => write(path, slot)}
      onNew={(name) => {
        const { flow, edit } = store.getState();
        const root = withValueAt(owner.rootOf(flow), path, name);
        const change = words.editor.inspector.edits.change(labelOfPath(path).toLowerCase(), owner.name);
        edit(change, (before) => owner.write(addVariable(before, { name, kind: 'text' }), root));
      }}
    />
  );
}
