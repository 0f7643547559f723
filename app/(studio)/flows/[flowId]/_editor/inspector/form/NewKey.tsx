import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { Button } from '@/app/_ui/Button';
import { Combobox } from '@/app/_ui/Combobox';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { SlotPicker } from '../pickers/SlotPicker';
import type { Field } from './field';
import { entryOfPath, wordOfValue } from './field-words';

type Props = {
  readonly field: Field;
  readonly taken: readonly string[];
  readonly path: string;
  readonly onAdd: (name: string) => void;
};
const { form } = words.editor.inspector;

/** Adds a name to values by name: a chosen one, or a written one. */
export function NewKey({ field, taken, path, onAdd }: Props): ReactElement {
  const label = form.add(entryOfPath(path));
  if (field.type === 'slot') return <SlotPicker label={label} isLabelHidden value={null} onChange={onAdd} />;
  if (field.type !== 'pick') return <WrittenKey label={label} field={field} taken={taken} onAdd={onAdd} />;
  return (
    <Combobox
      label={label}
      isLabelHidden
      value={null}
      options={field.values
        .filter((value) => !taken.includes(value))
        .map((value) => ({ value, label: wordOfValue(value) }))}
      placeholder={label}
      noMatch={form.noMatch}
      onChange={onAdd}
    />
  );
}

function WrittenKey({ label, field, taken, onAdd }: Omit<Props, 'path'> & { readonly label: string }): ReactElement {
  const [name, setName] = useState('');
  const isGood = name !== '' && !/[.\s]/.test(name) && !taken.includes(name) && z.safeParse(field.schema, name).success;
  const add = () => {
    if (!isGood) return;
    onAdd(name);
    setName('');
  };
  return (
    <div className="flex items-end gap-2">
      <TextField
        label={label}
        isLabelHidden
        placeholder={label}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => (event.key === 'Enter' && !event.nativeEvent.isComposing ? add() : undefined)}
        className="grow"
      />
      <Button onClick={add} disabled={!isGood}>
        {label}
      </Button>
    </div>
  );
}
