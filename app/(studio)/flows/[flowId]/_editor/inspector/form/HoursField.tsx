import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { entryOf } from '@/flows/edit/same-json';
import { useAt } from './form-context';
import { LineInput } from './LineInput';
import { useTypedValue } from './use-typed-value';
import { useReadAt, useWrite } from './use-write';
import { below, listOf, textOf } from './value-at';

const { form } = words.editor.inspector;

/** On which days of the week, and from when to when. */
export function HoursField({ path }: { readonly path: string }): ReactElement {
  const joined = useAt(path, (value) => listOf(entryOf(value, 'days')).join(' '));
  const readAt = useReadAt();
  const write = useWrite();
  const days = joined.split(' ').map(Number);
  const toggle = (day: number) => {
    const others = listOf(readAt(below(path, 'days'))).filter((other) => other !== day);
    const wanted = days.includes(day) ? others : [...others, day].sort();
    if (wanted.length > 0) write(below(path, 'days'), wanted);
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1">
        {form.weekdays.map((name, index) => (
          <button
            key={name}
            type="button"
            aria-pressed={days.includes(index + 1)}
            onClick={() => toggle(index + 1)}
            className={classNames(
              'min-h-8 min-w-11 rounded-lg border border-line px-2 text-xs text-ink-soft hover:border-line-strong',
              'aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent-strong',
            )}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <ClockField path={below(path, 'opens')} label={form.opens} />
        <ClockField path={below(path, 'closes')} label={form.closes} />
      </div>
    </div>
  );
}

function ClockField({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const typed = useTypedValue(path, { show: textOf, read: (text) => ({ value: text }) });
  return <LineInput label={label} isLong={false} typed={typed} />;
}
