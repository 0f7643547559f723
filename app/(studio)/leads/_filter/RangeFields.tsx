import { type ReactElement, useState } from 'react';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';

const texts = words.leads.filters;

type Bounds = Readonly<{ from: number | null; until: number | null }>;

type Props = {
  readonly bounds: Bounds;
  /** What one of the field's numbers is worth: 100,000 where amounts are typed in lakh. */
  readonly unit: number;
  readonly hint?: string;
  readonly onChange: (bounds: Bounds) => void;
};

/** From one number to another; an empty field is no bound. */
export function RangeFields({ bounds, unit, hint, onChange }: Props): ReactElement {
  return (
    <div>
      <div className="grid grid-cols-2 gap-2">
        <Bound label={texts.from} value={bounds.from} unit={unit} onChange={(from) => onChange({ ...bounds, from })} />
        <Bound
          label={texts.until}
          value={bounds.until}
          unit={unit}
          onChange={(until) => onChange({ ...bounds, until })}
        />
      </div>
      {hint ? <p className="mt-1 text-xs text-ink-faint">{hint}</p> : null}
    </div>
  );
}

type BoundProps = {
  readonly label: string;
  readonly value: number | null;
  readonly unit: number;
  readonly onChange: (value: number | null) => void;
};

function Bound({ label, value, unit, onChange }: BoundProps): ReactElement {
  // What is typed may be half a number; the filter gets whole ones.
  const [typed, setTyped] = useState(value === null ? '' : String(value / unit));
  return (
    <TextField
      label={label}
      type="number"
      inputMode="decimal"
      min={0}
      step="any"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        const number = Number(event.target.value);
        onChange(event.target.value === '' || !(number >= 0) ? null : Math.round(number * unit));
      }}
    />
  );
}
