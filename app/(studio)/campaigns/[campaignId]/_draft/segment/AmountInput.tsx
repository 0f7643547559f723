import { type ReactElement, useId, useState } from 'react';
import { words } from '@/app/_words/en';
import { writeRupees } from '../../../../_figures/write-figure';
import type { unitOf } from './rule-fields';

const texts = words.campaigns.draft.segment;

type Props = {
  readonly label: string;
  readonly unit: ReturnType<typeof unitOf>;
  readonly amount: number;
  readonly onChange: (amount: number) => void;
};

/** The number of a comparison, with what is counted; interest is written in percent and kept as a share. */
export function AmountInput({ label, unit, amount, onChange }: Props): ReactElement {
  const id = useId();
  const factor = unit === 'percent' ? 100 : 1;
  const [typed, setTyped] = useState(() => String(Math.round(amount * factor * 100) / 100));
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="number"
        min={0}
        step="any"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = Number(event.target.value);
          if (event.target.value !== '' && number >= 0) onChange(number / factor);
        }}
        className="min-h-9 w-36 rounded-lg border border-line bg-surface px-3 py-1 text-sm tabular-nums shadow-card hover:border-line-strong max-md:text-base"
      />
      <span className="text-sm text-ink-soft">{sayUnit(unit, amount)}</span>
    </div>
  );
}

function sayUnit(unit: Props['unit'], amount: number): string {
  if (unit === null) return '';
  return unit === 'rupees' ? writeRupees(amount) : texts.units[unit];
}
