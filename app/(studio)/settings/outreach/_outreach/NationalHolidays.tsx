import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Checkbox } from '@/app/_ui/Checkbox';
import { words } from '@/app/_words/en';
import { nationalHolidays } from './national-holidays';
import type { Holiday } from './outreach-types';
import { sayDate } from './say-date';

const texts = words.outreach;

type Props = { readonly kept: readonly Holiday[]; readonly onAdd: (days: readonly Holiday[]) => void };

/** The national holidays that are not kept yet, each to be ticked. */
export function NationalHolidays({ kept, onAdd }: Props): ReactElement {
  const [today] = useState(() => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length));
  const [left, setLeft] = useState<readonly string[]>([]);
  const proposed = nationalHolidays(today).filter(({ date }) => kept.every((day) => day.date !== date));
  const ticked = proposed.filter(({ date }) => !left.includes(date));
  return (
    <fieldset className="flex flex-col gap-3 rounded-xl bg-sunken p-4">
      <legend className="sr-only">{texts.proposed}</legend>
      <p className="text-sm text-ink-soft">{proposed.length === 0 ? texts.allThere : texts.proposedBody}</p>
      {proposed.map(({ date, name }) => (
        <Checkbox
          key={date}
          label={name}
          body={sayDate(date)}
          isChecked={!left.includes(date)}
          onChange={(isOn) => setLeft(isOn ? left.filter((one) => one !== date) : [...left, date])}
        />
      ))}
      {proposed.length === 0 ? null : (
        <Button onClick={() => onAdd(ticked)} disabled={ticked.length === 0} className="self-start">
          {texts.addTicked(ticked.length)}
        </Button>
      )}
    </fieldset>
  );
}
