import type { ReactElement } from 'react';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';

const texts = words.leads.filters;

type Props = {
  /** Both ends, ISO 8601; an open end is empty. The second one does not count. */
  readonly part: readonly string[];
  readonly onChange: (part: readonly string[]) => void;
};

/** From one day to another, both whole, on the calendar of the person who looks. */
export function DayFields({ part: [from = '', until = ''], onChange }: Props): ReactElement {
  return (
    <div className="grid grid-cols-2 gap-2">
      <TextField
        label={texts.from}
        type="date"
        value={toDay(from, 0)}
        onChange={(event) => onChange([toMoment(event.target.value, 0), until])}
      />
      <TextField
        label={texts.until}
        type="date"
        value={toDay(until, -1)}
        onChange={(event) => onChange([from, toMoment(event.target.value, 1)])}
      />
    </div>
  );
}

/** The beginning of a day of ours, so many days from the one that a field names. */
function toMoment(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return '';
  return new Date(year, month - 1, date + days).toISOString();
}

function toDay(moment: string, days: number): string {
  if (moment === '') return '';
  const at = new Date(moment);
  at.setDate(at.getDate() + days);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}
