import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { AddHoliday } from './AddHoliday';
import { NationalHolidays } from './NationalHolidays';
import type { Holiday } from './outreach-types';
import { PasteHolidays } from './PasteHolidays';
import { mergeHolidays } from './parse-holidays';
import { sayDate } from './say-date';

const texts = words.outreach;

type Props = { readonly holidays: readonly Holiday[]; readonly onChange: (holidays: Holiday[]) => void };
type Way = 'one' | 'national' | 'paste';

const ways: readonly { way: Way; label: string }[] = [
  { way: 'one', label: texts.addOne },
  { way: 'national', label: texts.proposed },
  { way: 'paste', label: texts.paste },
];

/** Days on which nobody is written to first, and three ways to add some. */
export function Holidays({ holidays, onChange }: Props): ReactElement {
  const [open, setOpen] = useState<Way | null>(null);
  const add = (days: readonly Holiday[]): void => onChange(mergeHolidays(holidays, days));
  return (
    <div className="flex flex-col gap-3">
      {holidays.length === 0 ? (
        <p className="text-sm text-ink-soft">{texts.noHolidays}</p>
      ) : (
        <ul aria-label={texts.holidayList} className="hairlines max-h-72 overflow-y-auto border-y border-line">
          {holidays.map((day) => (
            <HolidayRow
              key={day.date}
              holiday={day}
              onRemove={() => onChange(holidays.filter((other) => other.date !== day.date))}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {ways.map(({ way, label }) => (
          <Button key={way} aria-expanded={open === way} onClick={() => setOpen(open === way ? null : way)}>
            {label}
          </Button>
        ))}
      </div>
      {open === 'one' ? <AddHoliday onAdd={(day) => add([day])} /> : null}
      {open === 'national' ? <NationalHolidays kept={holidays} onAdd={add} /> : null}
      {open === 'paste' ? <PasteHolidays onAdd={add} /> : null}
    </div>
  );
}

type RowProps = { readonly holiday: Holiday; readonly onRemove: () => void };

function HolidayRow({ holiday: { date, name }, onRemove }: RowProps): ReactElement {
  const day = sayDate(date);
  return (
    <li className="flex items-center gap-3 py-0.5 text-sm">
      <time dateTime={date} className="w-32 shrink-0 tabular-nums text-ink-soft">
        {day}
      </time>
      <span className="min-w-0 flex-1 wrap-anywhere">{name}</span>
      <IconButton icon={X} label={texts.removeHoliday(name, day)} onClick={onRemove} />
    </li>
  );
}
