import { CalendarClock } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { useMinute } from '../_lead/use-minute';
import { nextAction } from './next-action';

/** When something is to be done next; how urgent it is stands in the words too. */
export function NextActionMark({ at }: { readonly at: string | null }): ReactElement | null {
  const next = nextAction(at, useMinute());
  if (!next || at === null) return null;
  return (
    <time
      dateTime={at}
      className={classNames('inline-flex items-center gap-1 text-xs whitespace-nowrap', looks[next.urgency])}
    >
      <CalendarClock aria-hidden className="size-3.5 shrink-0" />
      {next.said}
    </time>
  );
}

const looks = {
  overdue: 'font-medium text-danger',
  today: 'font-medium text-mark-ink',
  soon: 'text-ink',
  later: 'text-ink-soft',
} as const;
