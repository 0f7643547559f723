import { getPool } from '../../db/pool';
import { type AnalyticsFilter, isAskedFor, valuesOf } from '../filter/analytics-filter';
import type { Measure } from './measure';

export type Sum = { readonly measure: Measure; readonly key: string; readonly count: number; readonly sum: number };

/** What was counted in the days of a filter, the most frequent first. */
export async function sumDays(filter: AnalyticsFilter, measures: readonly Measure[]): Promise<readonly Sum[]> {
  const { rows } = await getPool().query<Sum>({
    name: 'analytics.sums',
    text: `SELECT measure, key, sum(count)::float8 AS count, sum(sum)::float8 AS sum FROM analytics_days
      WHERE measure = ANY($8) AND day BETWEEN $1::date AND $2::date AND ${isAskedFor}
      GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
    values: [...valuesOf(filter), measures],
  });
  return rows;
}

export type DayCount = {
  /** ISO date in India. */
  readonly day: string;
  readonly measure: Measure;
  readonly count: number;
  readonly sum: number;
};

/** The same day by day, all keys together; days without any are left out. */
export async function sumByDay(filter: AnalyticsFilter, measures: readonly Measure[]): Promise<readonly DayCount[]> {
  const { rows } = await getPool().query<DayCount>({
    name: 'analytics.byDay',
    text: `SELECT day::text AS day, measure, sum(count)::float8 AS count, sum(sum)::float8 AS sum FROM analytics_days
      WHERE measure = ANY($8) AND day BETWEEN $1::date AND $2::date AND ${isAskedFor} GROUP BY 1, 2 ORDER BY 1, 2`,
    values: [...valuesOf(filter), measures],
  });
  return rows;
}
