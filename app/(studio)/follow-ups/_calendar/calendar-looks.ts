import type { CalendarOptions } from '@fullcalendar/core';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import list from '@fullcalendar/list';
import timeGrid from '@fullcalendar/timegrid';
import { words } from '@/app/_words/en';

const texts = words.followUps;

const clock = { hour: 'numeric', minute: '2-digit', meridiem: 'short' } as const;

/** What of the calendar never changes. */
export const calendarLooks = {
  plugins: [dayGrid, timeGrid, list, interaction],
  headerToolbar: false,
  locale: 'en-IN',
  firstDay: 1,
  allDaySlot: false,
  nowIndicator: true,
  height: 'auto',
  displayEventEnd: false,
  slotDuration: '01:00:00',
  defaultTimedEventDuration: '00:45:00',
  forceEventDuration: true,
  dayMaxEvents: 4,
  eventInteractive: true,
  eventDurationEditable: false,
  eventTimeFormat: clock,
  slotLabelFormat: clock,
  dayHeaderFormat: { weekday: 'short' },
  views: { timeGrid: { dayHeaderFormat: { weekday: 'short', day: 'numeric' } } },
  listDayFormat: { weekday: 'long', day: 'numeric', month: 'long' },
  listDaySideFormat: false,
  noEventsContent: texts.calendar.empty,
  moreLinkText: (count) => texts.calendar.more(count),
  // What is over can't be planned.
  eventAllow: ({ start }) => start.getTime() > Date.now(),
} satisfies CalendarOptions;
