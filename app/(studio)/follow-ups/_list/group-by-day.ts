import { sayDay } from '../_clock/say-day';
import type { FollowUp } from '../follow-up-types';
import { timeOf } from './shows';

type Group = { readonly day: string; readonly rows: readonly FollowUp[] };

/** Rows that are in order, under the days on which they are due or happened. */
export function groupByDay(rows: readonly FollowUp[], now: Date): readonly Group[] {
  const groups = new Map<string, FollowUp[]>();
  for (const row of rows) {
    const day = sayDay(new Date(timeOf(row)), now);
    groups.set(day, [...(groups.get(day) ?? []), row]);
  }
  return [...groups].map(([day, ofDay]) => ({ day, rows: ofDay }));
}
