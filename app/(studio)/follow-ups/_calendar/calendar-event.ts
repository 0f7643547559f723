import type { EventApi, EventInput } from '@fullcalendar/core';
import { words } from '@/app/_words/en';
import { isOverdue, timeOf } from '../_list/shows';
import type { FollowUp } from '../follow-up-types';

/** A follow-up as the calendar takes it: only one that is planned can be dragged. */
export function eventOf(row: FollowUp): EventInput {
  return {
    id: row.id,
    title: row.contactName ?? words.followUps.noName,
    start: timeOf(row),
    startEditable: row.status === 'planned',
    classNames: [lookOf(row)],
    extendedProps: { row },
  };
}

/** The follow-up that an event of the calendar was made of. */
export function rowOf({ extendedProps }: EventApi): FollowUp {
  return extendedProps.row;
}

function lookOf(row: FollowUp): string {
  if (row.pausedAt !== null || isOverdue(row, new Date())) return 'is-marked';
  switch (row.status) {
    case 'planned':
      return 'is-planned';
    case 'failed':
      return 'is-failed';
    case 'answered':
      return 'is-answered';
    case 'queued':
    case 'sent':
    case 'cancelled':
      return 'is-over';
    default:
      return row.status satisfies never;
  }
}
