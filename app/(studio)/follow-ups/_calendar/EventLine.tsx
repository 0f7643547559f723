import type { EventContentArg } from '@fullcalendar/core';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { sayReason } from '../_sheet/say-step';
import { rowOf } from './calendar-event';

const texts = words.followUps;

/** One follow-up, or the name of a holiday, where the calendar shows it. */
export function EventLine({ event: { event, timeText, view } }: { readonly event: EventContentArg }): ReactElement {
  if (event.display === 'background') {
    return <span className="block truncate px-1 text-xs text-ink-soft">{event.title}</span>;
  }
  const { status, reason } = rowOf(event);
  if (view.type.startsWith('list')) {
    return (
      // The library opens what is clicked on, and only a button can be by the keyboard.
      <button type="button" className="text-left wrap-anywhere hover:text-accent">
        <span className="font-medium">{event.title}</span>
        <span className="text-ink-soft">
          {' '}
          · {sayReason(reason)}, {texts.statuses[status]}
        </span>
      </button>
    );
  }
  return (
    <span className="block truncate px-1" title={texts.calendar.event(event.title, timeText, texts.statuses[status])}>
      <span className="tabular-nums">{timeText}</span> <span className="font-medium">{event.title}</span>
      <span className="sr-only">, {texts.statuses[status]}</span>
    </span>
  );
}
