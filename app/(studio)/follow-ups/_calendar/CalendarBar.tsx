import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';

const texts = words.followUps.calendar;

export type Range = 'month' | 'week' | 'list';

/** What the library calls them. */
export const viewNames = { month: 'dayGridMonth', week: 'timeGridWeek', list: 'listMonth' } as const;

const ranges = [
  { id: 'month', label: texts.ranges.month },
  { id: 'week', label: texts.ranges.week },
  { id: 'list', label: texts.ranges.list },
] as const satisfies { id: Range; label: string }[];

type Props = {
  readonly range: Range;
  readonly title: string;
  readonly onRange: (range: Range) => void;
  readonly onStep: (step: 'prev' | 'today' | 'next') => void;
};

/** Which time the calendar shows, and how to see another. */
export function CalendarBar({ range, title, onRange, onStep }: Props): ReactElement {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-3">
      <h2 aria-live="polite" className="min-w-40 flex-1 text-lg font-semibold">
        {title}
      </h2>
      <IconButton icon={ChevronLeft} label={texts.previous} onClick={() => onStep('prev')} />
      <Button onClick={() => onStep('today')}>{texts.today}</Button>
      <IconButton icon={ChevronRight} label={texts.next} onClick={() => onStep('next')} />
      <div className="w-full sm:w-56">
        <Segments label={texts.ranges.label} segments={ranges} active={range} onChange={onRange} />
      </div>
    </div>
  );
}
