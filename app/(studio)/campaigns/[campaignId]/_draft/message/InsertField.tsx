import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Combobox } from '@/app/_ui/Combobox';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { fieldText } from './field-text';
import type { FieldOption } from './use-fields';

const texts = words.campaigns.draft.message;

type Props = {
  readonly fields: readonly FieldOption[];
  readonly isOpen: boolean;
  readonly onInsert: (piece: string) => void;
  readonly onClose: () => void;
};

/** Asks which field is put into a text, and what is said to people of whom it is not known. */
export function InsertField({ fields, isOpen, onInsert, onClose }: Props): ReactElement {
  const [field, setField] = useState<string | null>(null);
  const [fallback, setFallback] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // The sheet is drawn elsewhere, but what it says would rise to the form that it belongs to.
    event.stopPropagation();
    if (field !== null) onInsert(fieldText(field, fallback));
  };
  return (
    <Sheet title={texts.insertTitle} closeLabel={words.close} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <Combobox
          label={texts.field}
          value={field}
          options={fields}
          placeholder={texts.pickField}
          noMatch={texts.noField}
          onChange={setField}
        />
        <div className="flex flex-col gap-1">
          <TextField
            label={texts.fallback}
            value={fallback}
            maxLength={200}
            onChange={(event) => setFallback(event.target.value)}
          />
          <p className="text-xs text-ink-soft">{texts.fallbackHint}</p>
        </div>
        {field === null ? null : (
          <p className="rounded-lg bg-sunken px-3 py-2 font-mono text-xs wrap-anywhere">{fieldText(field, fallback)}</p>
        )}
        <Button type="submit" look="primary" disabled={field === null} className="self-end">
          {texts.insertNow}
        </Button>
      </form>
    </Sheet>
  );
}
