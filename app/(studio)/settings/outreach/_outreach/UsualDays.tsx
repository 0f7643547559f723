import type { ReactElement } from 'react';
import { NumberField } from '@/app/_ui/NumberField';
import { words } from '@/app/_words/en';
import { dayReasons, type FormValues, numberOf } from './form-values';

const texts = words.outreach;

const MOST_DAYS = 365;

type Props = { readonly days: FormValues['days']; readonly onChange: (days: FormValues['days']) => void };

/** After how many days, by reason. */
export function UsualDays({ days, onChange }: Props): ReactElement {
  return (
    <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {dayReasons.map((reason) => (
        <NumberField
          key={reason}
          label={texts.daysOf[reason]}
          value={days[reason]}
          min={1}
          max={MOST_DAYS}
          step={1}
          hint={numberOf(days[reason]) >= 1 ? texts.inDays(numberOf(days[reason])) : undefined}
          onChange={(typed) => onChange({ ...days, [reason]: typed })}
        />
      ))}
    </div>
  );
}
