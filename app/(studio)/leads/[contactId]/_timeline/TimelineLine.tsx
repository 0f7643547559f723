import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { writeTime } from '../../../_time/write-time';
import type { TimelineEntry } from '../lead-page-types';
import { sayEntry } from './say-entry';
import { timelineIcons } from './timeline-icons';

/** One thing that happened: when, what, and in whose words. */
export function TimelineLine({ entry }: { readonly entry: TimelineEntry }): ReactElement {
  const { title, body } = sayEntry(entry);
  const Icon = timelineIcons[entry.kind];
  const isCustomer = entry.kind === 'message' && entry.direction === 'in';
  return (
    <li className="relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 pb-3 before:absolute before:top-7 before:bottom-0 before:left-[0.8125rem] before:w-px before:bg-line last:before:hidden">
      <span
        aria-hidden
        className={classNames(
          'flex size-7 items-center justify-center rounded-full',
          isCustomer ? 'bg-accent-soft text-accent' : 'bg-sunken text-ink-soft',
        )}
      >
        <Icon className="size-3.5" />
      </span>
      <div className="min-w-0 pt-0.5">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
          <span className="min-w-0 wrap-anywhere">{title}</span>
          <time dateTime={entry.at} className="text-xs text-ink-faint">
            {writeTime(entry.at)}
          </time>
        </p>
        {body === null ? null : (
          <p className="line-clamp-3 text-sm whitespace-pre-line text-ink-soft wrap-anywhere">{body}</p>
        )}
      </div>
    </li>
  );
}
