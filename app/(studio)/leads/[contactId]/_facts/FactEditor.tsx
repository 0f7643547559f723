'use client';

import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { SlotKind, SlotValue } from '@/flows/schema/slots';
import { nameOfSlot } from '../../../_slots/name-of-slot';
import { FactField } from './FactField';
import { fromTyped, toTyped } from './typed-value';

const texts = words.leadPage.facts;

type Props = {
  readonly field: Readonly<{ slot: string; kind: SlotKind; choices: readonly string[] }>;
  /** Null: nothing is known yet. */
  readonly value: SlotValue | null;
  readonly isBusy: boolean;
  readonly onSave: (value: SlotValue) => void;
  readonly onCancel: () => void;
};

/** Changes one fact where it stands. */
export function FactEditor({ field, value, isBusy, onSave, onCancel }: Props): ReactElement {
  const [typed, setTyped] = useState(() => toTyped(field.kind, value) || (field.choices[0] ?? ''));
  const next = fromTyped(field.kind, typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (next !== null) onSave(next);
  };
  return (
    <form
      aria-label={nameOfSlot(field.slot)}
      onSubmit={submit}
      onKeyDown={(event) => (event.key === 'Escape' ? onCancel() : undefined)}
      className="flex w-56 flex-col gap-2 rounded-xl bg-sunken p-2.5"
    >
      <FactField field={field} typed={typed} onChange={setTyped} />
      <div className="flex justify-end gap-2">
        <Button look="bare" onClick={onCancel}>
          {texts.cancel}
        </Button>
        <Button type="submit" look="primary" isBusy={isBusy} disabled={next === null}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
