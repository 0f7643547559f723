import { percentileOf } from '../days/buckets';
import { type DayCount, type Sum, sumByDay, sumDays } from '../days/store';
import type { AnalyticsFilter } from '../filter/analytics-filter';
import { countQualified } from './store';

/** How the conversations that began in a time went; shares are of `sessions`. */
export type Overview = {
  readonly sessions: number;
  /** Conversations in which a person was asked for; all others were contained. */
  readonly handedOver: number;
  /** Leads that began in this time and are qualified by now. */
  readonly qualified: number;
  /** Until the bot's first answer was ready to leave, from buckets; null without any. */
  readonly firstReply: { readonly count: number; readonly p50Ms: number | null; readonly p95Ms: number | null };
  readonly turns: number;
  readonly askedModel: number;
  readonly answered: number;
  readonly unanswered: number;
  /** Days with conversations, the oldest first. */
  readonly byDay: readonly { readonly day: string; readonly sessions: number; readonly handedOver: number }[];
};

export async function readOverview(filter: AnalyticsFilter): Promise<Overview> {
  const [sums, days, qualified] = await Promise.all([
    sumDays(filter, ['session', 'handedOver', 'firstReply', 'read', 'asked', 'answered', 'unanswered']),
    sumByDay(filter, ['session', 'handedOver']),
    countQualified(filter),
  ]);
  const buckets = sums.filter(({ measure }) => measure === 'firstReply');
  return {
    sessions: totalOf(sums, 'session'),
    handedOver: totalOf(sums, 'handedOver'),
    qualified,
    firstReply: {
      count: totalOf(sums, 'firstReply'),
      p50Ms: percentileOf(buckets, 0.5),
      p95Ms: percentileOf(buckets, 0.95),
    },
    turns: totalOf(sums, 'read'),
    askedModel: totalOf(sums, 'asked'),
    answered: totalOf(sums, 'answered'),
    unanswered: totalOf(sums, 'unanswered'),
    byDay: daysOf(days),
  };
}

function totalOf(sums: readonly Sum[], wanted: Sum['measure']): number {
  return sums.reduce((total, { measure, count }) => (measure === wanted ? total + count : total), 0);
}

function daysOf(counts: readonly DayCount[]): Overview['byDay'] {
  const on = (day: string, wanted: DayCount['measure']) =>
    counts.find((count) => count.day === day && count.measure === wanted)?.count ?? 0;
  return [...new Set(counts.map(({ day }) => day))].map((day) => ({
    day,
    sessions: on(day, 'session'),
    handedOver: on(day, 'handedOver'),
  }));
}
