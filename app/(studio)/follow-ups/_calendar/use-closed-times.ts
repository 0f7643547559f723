'use client';

import type { EventInput } from '@fullcalendar/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../_trpc/trpc';

type ClosedTimes = {
  readonly businessHours: { daysOfWeek: number[]; startTime: string; endTime: string } | false;
  readonly holidays: readonly EventInput[];
};

/** Hours and days in which nobody is written to first: the calendar shades them. Nothing is shaded before they are known. */
export function useClosedTimes(): ClosedTimes {
  const { data } = useQuery(useTRPC().followUps.outreach.queryOptions());
  if (!data) return { businessHours: false, holidays: [] };
  const { hours, holidays } = data.settings;
  return {
    // The library begins its weeks with a Sunday that is 0.
    businessHours: { daysOfWeek: hours.days.map((day) => day % 7), startTime: hours.opens, endTime: hours.closes },
    holidays: holidays.map(({ date, name }) => ({
      id: `holiday-${date}`,
      title: name,
      start: date,
      allDay: true,
      display: 'background',
    })),
  };
}
