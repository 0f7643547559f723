import type { ReactElement } from 'react';
import { NumberField } from '@/app/_ui/NumberField';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { FactField } from './fields';
import { LinesField } from './LinesField';
import { factHint, factName } from './say-fact';

const texts = words.facts;

type Props = { readonly field: FactField; readonly value: string; readonly onChange: (value: string) => void };

/** One value of the facts, edited as its schema says. */
export function FactInput({ field, value, onChange }: Props): ReactElement {
  const label = factName(field.name);
  switch (field.kind) {
    case 'number': {
      const { min, max, step } = field;
      return (
        <NumberField
          label={label}
          value={value}
          min={min}
          max={max}
          step={step}
          hint={factHint(field.name, value)}
          onChange={onChange}
        />
      );
    }
    case 'list':
      return <LinesField label={label} value={value} onChange={onChange} />;
    case 'weekdays':
      return <Weekdays label={label} value={value} onChange={onChange} />;
    case 'text':
      return <TextField label={label} required value={value} onChange={(event) => onChange(event.target.value)} />;
  }
}

type WeekdaysProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

/** ISO weekdays, one a line: 1 is Monday. */
function Weekdays({ label, value, onChange }: WeekdaysProps): ReactElement {
  const days = value.split('\n').filter((day) => day !== '');
  const toggle = (day: string): void =>
    onChange((days.includes(day) ? days.filter((other) => other !== day) : [...days, day].sort()).join('\n'));
  return (
    <fieldset className="sm:col-span-2">
      <legend className="text-sm font-medium">{label}</legend>
      <div className="mt-1 flex flex-wrap gap-1">
        {texts.weekdays.map((name, place) => (
          <button
            key={name}
            type="button"
            aria-pressed={days.includes(String(place + 1))}
            onClick={() => toggle(String(place + 1))}
            className="min-h-9 min-w-12 rounded-lg border border-line bg-surface px-2 text-sm shadow-card hover:border-line-strong aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
          >
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
