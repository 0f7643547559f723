import type { ReactElement } from 'react';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { checkName } from '@/flows/templates/check-template';

type Props = { readonly value: string; readonly onChange: (name: string) => void };

/** A template's name: what WhatsApp would refuse is put right or said while it is typed. */
export function NameField({ value, onChange }: Props): ReactElement {
  const [problem] = value === '' ? [] : checkName(value);
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label={words.templates.name}
        value={value}
        required
        autoComplete="off"
        spellCheck={false}
        placeholder={words.templates.namePlaceholder}
        onChange={(event) => onChange(event.target.value.toLowerCase().replaceAll(/[\s-]+/g, '_'))}
      />
      {problem ? <p className="text-xs text-danger">{problem.message}</p> : null}
    </div>
  );
}
