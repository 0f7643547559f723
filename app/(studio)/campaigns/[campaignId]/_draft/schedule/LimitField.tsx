import { type ReactElement, useId, useState } from 'react';

type Props = {
  readonly label: string;
  /** Null where there is no limit. */
  readonly value: number | null;
  /** What an empty field means, where it is not "no limit". */
  readonly empty?: number;
  readonly max: number;
  readonly hint: string;
  readonly onChange: (value: number | null) => void;
};

/** A limit of whole numbers; an empty field sets none. */
export function LimitField({ label, value, empty, max, hint, onChange }: Props): ReactElement {
  const id = useId();
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const limit = limitOf(typed, max, empty ?? null);
  // What was set elsewhere is shown, unless it is what this field says.
  const shown = limit === value || limit === 'wrong' ? typed : value === null ? '' : String(value);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={max}
        step={1}
        value={shown}
        aria-invalid={limit === 'wrong'}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = limitOf(event.target.value, max, empty ?? null);
          if (next !== 'wrong') onChange(next);
        }}
        className="min-h-9 w-full rounded-lg border border-line bg-surface px-3 py-1 text-sm tabular-nums shadow-card hover:border-line-strong aria-invalid:border-danger max-md:text-base"
      />
      <p id={`${id}-hint`} className="min-h-5 text-xs text-ink-soft">
        {hint}
      </p>
    </div>
  );
}

function limitOf(typed: string, max: number, empty: number | null): number | null | 'wrong' {
  if (typed.trim() === '') return empty;
  const limit = Number(typed);
  return Number.isInteger(limit) && limit >= 1 && limit <= max ? limit : 'wrong';
}
