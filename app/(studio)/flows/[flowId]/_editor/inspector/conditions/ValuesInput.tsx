import { type ReactElement, useState } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { SlotDefinition, SlotValue } from '@/flows/schema/slots';
import { wordOfValue } from '../form/field-words';
import { isNumeric } from './row-operators';

type Props = {
  readonly values: readonly SlotValue[];
  readonly definition: SlotDefinition | null;
  readonly onChange: (values: readonly SlotValue[]) => void;
};
const { conditions: texts, form } = words.editor.inspector;

/** Several values: chosen where there are choices, else written with commas between them. */
export function ValuesInput({ values, definition, onChange }: Props): ReactElement {
  return definition?.choices ? (
    <ChosenValues values={values} choices={definition.choices} onChange={onChange} />
  ) : (
    <WrittenValues values={values} definition={definition} onChange={onChange} />
  );
}

function WrittenValues({ values, definition, onChange }: Props): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={texts.values}
      isLabelHidden
      placeholder={texts.values}
      value={typed ?? values.map(String).join(', ')}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(readValues(event.target.value, definition));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function readValues(text: string, definition: SlotDefinition | null): readonly SlotValue[] {
  const written = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (!isNumeric(definition)) return written;
  return written.map(Number).filter((number) => Math.abs(number) <= Number.MAX_SAFE_INTEGER);
}

type ChosenProps = Omit<Props, 'definition'> & { readonly choices: readonly string[] };

function ChosenValues({ values, choices, onChange }: ChosenProps): ReactElement {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <ul className="flex flex-wrap gap-1">
        {values.map((value) => (
          <li key={String(value)}>
            <button
              type="button"
              aria-label={form.remove(wordOfValue(String(value)))}
              disabled={values.length === 1}
              onClick={() => onChange(values.filter((other) => other !== value))}
              className="min-h-7 rounded-md bg-sunken px-2 text-xs enabled:hover:text-danger"
            >
              {wordOfValue(String(value))}
            </button>
          </li>
        ))}
      </ul>
      <Combobox
        label={texts.value}
        isLabelHidden
        value={null}
        options={choices
          .filter((choice) => !values.includes(choice))
          .map((choice) => ({ value: choice, label: wordOfValue(choice) }))}
        placeholder={form.pick}
        noMatch={form.noMatch}
        onChange={(choice) => onChange([...values, choice])}
      />
    </div>
  );
}
