import { percentileOf } from '../days/buckets';
import { type Sum, sumDays } from '../days/store';
import type { AnalyticsFilter } from '../filter/analytics-filter';

/** How the turns of a time were read: counts, shares and money. */
export type ReadingFigures = {
  /** Turns that read a customer's message. */
  readonly turns: number;
  /** Of those, the turns that asked a model. */
  readonly askedModel: number;
  /** The most frequent first. */
  readonly byReason: readonly { readonly reason: string; readonly turns: number }[];
  /** What reading these turns cost. */
  readonly turnsInr: number;
  readonly drafts: { readonly said: number; readonly refused: number };
  /** Both readers read the turn, and read another intent. */
  readonly disagreements: number;
} & CallFigures;

/** Every call of a model in the time, whatever it was for: calls belong to no flow, language or source. */
type CallFigures = {
  readonly calls: number;
  readonly failedCalls: number;
  readonly tokens: number;
  readonly costInr: number;
  /** Milliseconds of a call, from buckets; null without calls. */
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
};

export async function readReadingFigures(filter: AnalyticsFilter): Promise<ReadingFigures> {
  const { from, until } = filter;
  const everything = { from, until, flowId: null, version: null, language: null, source: null, campaignId: null };
  const [turns, calls] = await Promise.all([
    sumDays(filter, ['read', 'asked', 'answeredByModel', 'review']),
    sumDays(everything, ['call', 'callTokens', 'callMs']),
  ]);
  const reasons = of(turns, 'read');
  const reviewed = (kind: string) => countIn(of(turns, 'review').filter(({ key }) => key === kind));
  return {
    turns: countIn(reasons),
    askedModel: countIn(of(turns, 'asked')),
    byReason: reasons.map(({ key, count }) => ({ reason: key, turns: count })),
    turnsInr: sumIn(reasons),
    drafts: { said: countIn(of(turns, 'answeredByModel')), refused: reviewed('refused') },
    disagreements: reviewed('disagreement'),
    ...callsOf(calls),
  };
}

function callsOf(sums: readonly Sum[]): CallFigures {
  const calls = of(sums, 'call');
  const buckets = of(sums, 'callMs');
  return {
    calls: countIn(calls),
    failedCalls: countIn(calls.filter(({ key }) => key !== 'answered')),
    tokens: sumIn(of(sums, 'callTokens')),
    costInr: sumIn(calls),
    medianMs: percentileOf(buckets, 0.5),
    p95Ms: percentileOf(buckets, 0.95),
  };
}

function of(sums: readonly Sum[], wanted: Sum['measure']): readonly Sum[] {
  return sums.filter(({ measure }) => measure === wanted);
}

function countIn(sums: readonly Sum[]): number {
  return sums.reduce((total, { count }) => total + count, 0);
}

function sumIn(sums: readonly Sum[]): number {
  return sums.reduce((total, { sum }) => total + sum, 0);
}
