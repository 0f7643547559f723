import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { SlotKind } from '@/flows/schema/slots';
import { sayCode } from '../../../_reading/say-code';
import { nameOfSlot } from '../../../_slots/name-of-slot';
import { writeValue } from '../../../_slots/write-value';
import { fromTyped } from './typed-value';

const texts = words.leadPage.facts;

type Props = {
  readonly field: Readonly<{ slot: string; kind: SlotKind; choices: readonly string[] }>;
  readonly typed: string;
  readonly onChange: (typed: string) => void;
};

/** The field that fits a kind of fact; what a number comes to is said below it. */
export function FactField({ field, typed, onChange }: Props): ReactElement {
  const { slot, kind, choices } = field;
  const label = nameOfSlot(slot);
  if (kind === 'boolean') return <Select label={label} value={typed} options={yesOrNo} onChange={onChange} />;
  if (kind === 'choice' && choices.length > 0) {
    const options = choices.map((value) => ({ value, label: sayCode(value) }));
    return <Select label={label} value={typed} options={options} onChange={onChange} />;
  }
  const value = fromTyped(kind, typed);
  return (
    <div>
      <TextField
        label={label}
        value={typed}
        autoFocus
        autoComplete="off"
        {...inputs[kind]}
        onChange={(event) => onChange(event.target.value)}
      />
      {value !== null && (kind === 'amountInr' || kind === 'months') ? (
        <p className="mt-1 text-xs text-ink-soft">{writeValue(slot, value)}</p>
      ) : null}
    </div>
  );
}

const yesOrNo = [
  { value: 'true', label: texts.yes },
  { value: 'false', label: texts.no },
];

const whole = { type: 'number', inputMode: 'numeric', min: 0, step: 1 } as const;
const inputs = {
  text: {},
  place: {},
  choice: {},
  number: { type: 'number', inputMode: 'decimal', min: 0, step: 'any' },
  amountInr: whole,
  months: { ...whole, min: 1, max: 600 },
  dateTime: { type: 'datetime-local' },
} as const;
