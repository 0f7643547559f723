import type { ReactElement } from 'react';
import { NumberField } from '@/app/_ui/NumberField';
import { words } from '@/app/_words/en';
import { type Edits, type FormValues, numberOf } from './form-values';

const texts = words.outreach;

const MOST_PER_WEEK = 7;
const HOURS_A_WEEK = 168;

type Props = { readonly values: FormValues; readonly onChange: (edits: Edits) => void };

/** How often one person is written to first. */
export function Limits({ values: { mostPerWeek, leastHoursBetween }, onChange }: Props): ReactElement {
  const times = numberOf(mostPerWeek);
  const hours = numberOf(leastHoursBetween);
  return (
    <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      <NumberField
        label={texts.mostPerWeek}
        value={mostPerWeek}
        min={1}
        max={MOST_PER_WEEK}
        step={1}
        hint={times >= 1 ? texts.times(times) : undefined}
        onChange={(typed) => onChange({ mostPerWeek: typed })}
      />
      <NumberField
        label={texts.leastHoursBetween}
        value={leastHoursBetween}
        min={0}
        max={HOURS_A_WEEK}
        step={1}
        hint={hours >= 0 ? texts.hoursApart(hours) : undefined}
        onChange={(typed) => onChange({ leastHoursBetween: typed })}
      />
    </div>
  );
}
