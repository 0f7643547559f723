import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { entryOf } from '@/flows/edit/same-json';
import { useEditor } from '../../editor-context';
import { definitionOf } from '../pickers/definition-of';
import { SlotValueInput } from '../pickers/SlotValueInput';
import { useAt, useForm } from './form-context';
import { useWrite } from './use-write';
import { textOf, valueAt } from './value-at';

/** A slot's value. Which slot: the name that the value stands under, or the slot beside or above it. */
export function ValueField({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const { owner } = useForm();
  const write = useWrite();
  const value = useAt(path, (found) => (isValue(found) ? found : ''));
  const slot = useEditor(({ flow }) => slotOf(owner.rootOf(flow), path));
  const variables = useEditor(({ flow }) => flow.variables);
  return (
    <SlotValueInput
      label={label === '' ? words.editor.inspector.conditions.value : label}
      definition={definitionOf(slot, variables)}
      value={value}
      onChange={(changed) => write(path, changed)}
    />
  );
}

function isValue(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** In `fills` the name is the slot; else the nearest `into` or `slot` around the value says it. */
function slotOf(root: unknown, path: string): string {
  const keys = path.split('.');
  if (keys.at(-2) === 'fills') return keys.at(-1) ?? '';
  for (let length = keys.length - 1; length >= 0; length -= 1) {
    const around = valueAt(root, keys.slice(0, length).join('.'));
    const slot = textOf(entryOf(around, 'into')) || textOf(entryOf(around, 'slot'));
    if (slot !== '') return slot;
  }
  return '';
}
