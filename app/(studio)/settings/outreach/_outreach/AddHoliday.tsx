import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { Holiday } from './outreach-types';

const texts = words.outreach;

const LONGEST_NAME = 80; // as the server takes it

/** One more holiday. It stands in a form that it must not send, so Enter adds and does not save. */
export function AddHoliday({ onAdd }: { readonly onAdd: (day: Holiday) => void }): ReactElement {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const isWhole = date !== '' && name.trim() !== '';
  const add = (): void => {
    if (!isWhole) return;
    onAdd({ date, name: name.trim() });
    setDate('');
    setName('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="grid items-end gap-3 rounded-xl bg-sunken p-4 sm:grid-cols-[10rem_minmax(0,1fr)_auto]">
      <TextField
        label={texts.day}
        type="date"
        value={date}
        onKeyDown={onKeyDown}
        onChange={(event) => setDate(event.target.value)}
      />
      <TextField
        label={texts.name}
        value={name}
        maxLength={LONGEST_NAME}
        placeholder={texts.namePlaceholder}
        onKeyDown={onKeyDown}
        onChange={(event) => setName(event.target.value)}
      />
      <Button onClick={add} disabled={!isWhole}>
        {texts.add}
      </Button>
    </div>
  );
}
