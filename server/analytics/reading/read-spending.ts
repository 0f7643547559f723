import { Decimal } from 'decimal.js';
import { readCosts } from '../../costs/read-costs';
import { sumByDay } from '../days/store';
import type { AnalyticsFilter } from '../filter/analytics-filter';
import { countQualified } from '../overview/store';
import { type ReadingFigures, readReadingFigures } from './read-figures';

/** What a time cost, and what that makes for a lead. Amounts of WhatsApp are rupees as decimal text. */
export type Spending = {
  readonly reading: ReadingFigures;
  readonly whatsappInr: string;
  /** Billed messages for which the settings have no price: the amounts are too low by them. */
  readonly unpriced: number;
  readonly qualified: number;
  /** Model and WhatsApp together; null while there is no qualified lead, and where only a part of the leads is looked at. */
  readonly inrPerQualified: string | null;
  /** Rupees for models, of the days with any. */
  readonly byDay: readonly { readonly day: string; readonly inr: number; readonly calls: number }[];
};

export async function readSpending(filter: AnalyticsFilter): Promise<Spending> {
  const { from, until, ...who } = filter;
  const everything = { from, until, flowId: null, version: null, language: null, source: null, campaignId: null };
  const [reading, costs, qualified, days] = await Promise.all([
    readReadingFigures(filter),
    readCosts({ from, to: until }),
    countQualified(filter),
    sumByDay(everything, ['call']),
  ]);
  const isWhole = Object.values(who).every((value) => value === null);
  const total = new Decimal(costs.totalInr).add(reading.costInr);
  return {
    reading,
    whatsappInr: costs.totalInr,
    unpriced: costs.unpriced,
    qualified,
    inrPerQualified: isWhole && qualified > 0 ? total.div(qualified).toDecimalPlaces(2).toString() : null,
    byDay: days.map(({ day, sum, count }) => ({ day, inr: sum, calls: count })),
  };
}
