'use client';

import type { DatesSetArg, EventClickArg, EventDropArg } from '@fullcalendar/core';
import type { DateClickArg } from '@fullcalendar/interaction';
import FullCalendar from '@fullcalendar/react';
import { type ReactElement, useRef, useState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { useMove } from '../_change/use-move';
import { startOfDay } from '../_clock/local-time';
import { usualTime } from '../_clock/usual-time';
import { useFollowUps } from '../_list/use-follow-ups';
import { FollowUpSheet } from '../_sheet/FollowUpSheet';
import { CalendarBar, type Range, viewNames } from './CalendarBar';
import './calendar.css';
import { eventOf, rowOf } from './calendar-event';
import { calendarLooks } from './calendar-looks';
import { EventLine } from './EventLine';
import { hoursShown } from './hours-shown';
import { useClosedTimes } from './use-closed-times';

const texts = words.followUps;

type Props = {
  readonly search: string;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
  /** A time was pressed at which nobody is planned yet; ISO 8601. */
  readonly onAdd: (at: string) => void;
};

type Shown = { readonly from: string; readonly until: string; readonly title: string };

const PHONE = '(max-width: 47.99rem)';

/** Follow-ups by month, week or day by day, in the timezone of the person who looks; a planned one is dragged to another time. */
export function FollowUpCalendar({ search, openId, onOpen, onClose, onAdd }: Props): ReactElement {
  const calendar = useRef<FullCalendar>(null);
  const [range, setRange] = useState<Range>(() => (window.matchMedia(PHONE).matches ? 'list' : 'month'));
  const [shown, setShown] = useState<Shown | null>(null);
  const { move, refuse } = useMove();
  const closed = useClosedTimes();
  const reading = useFollowUps(shown ? [{ from: shown.from, until: shown.until, status: null }] : [], search);
  const rows = shown ? reading.rows : null;
  const onDrop = ({ event, revert }: EventDropArg): void => {
    const row = rowOf(event);
    if (event.start === null) return;
    move(row, event.start.toISOString()).catch((error: unknown) => {
      revert();
      refuse(row, error);
    });
  };
  return (
    <section aria-label={texts.calendar.label} className="mt-5">
      <CalendarBar
        range={range}
        title={shown?.title ?? ''}
        onRange={(next) => {
          setRange(next);
          calendar.current?.getApi().changeView(viewNames[next]);
        }}
        onStep={(step) => calendar.current?.getApi()[step]()}
      />
      {reading.error === null ? null : (
        <p role="alert" className="mt-2 text-sm text-danger">
          {rows ? texts.stale : `${texts.problem}. ${problemOf(reading.error)}`}
        </p>
      )}
      <div className={classNames('follow-up-calendar mt-3', reading.isOld && 'opacity-60')}>
        <FullCalendar
          {...calendarLooks}
          ref={calendar}
          initialView={viewNames[range]}
          {...hoursShown(rows ?? [])}
          events={[...(rows ?? []).filter(({ status }) => status !== 'cancelled').map(eventOf), ...closed.holidays]}
          businessHours={closed.businessHours}
          eventContent={(event) => <EventLine event={event} />}
          datesSet={({ startStr, endStr, view }: DatesSetArg) =>
            setShown({
              from: new Date(startStr).toISOString(),
              until: new Date(endStr).toISOString(),
              title: view.title,
            })
          }
          eventDidMount={({ el }) => (el.matches('a') ? el.setAttribute('role', 'button') : undefined)}
          moreLinkDidMount={({ el }) => el.setAttribute('role', 'button')}
          eventClick={({ event }: EventClickArg) => (event.display === 'background' ? undefined : onOpen(event.id))}
          eventDrop={onDrop}
          dateClick={(click: DateClickArg) => {
            const at = momentOf(click);
            if (at !== null) onAdd(at);
          }}
        />
      </div>
      <p className="mt-2 text-xs text-ink-faint max-md:hidden">{texts.calendar.hint}</p>
      <FollowUpSheet id={openId} rows={rows} onClose={onClose} />
    </section>
  );
}

/** When a pressed day or time is meant: a whole day means its usual hour. Null for what is over. */
function momentOf({ date, allDay }: DateClickArg): string | null {
  const at = allDay ? usualTime(startOfDay(date, -1)) : date;
  return at.getTime() > Date.now() ? at.toISOString() : null;
}
