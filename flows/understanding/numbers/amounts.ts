import type { Matches } from '../lexicon/match';
import type { Token } from '../normalize';
import type { NumberSpan } from './number-span';
import type { NumberReader } from './numbers';

/** An amount of rupees. `isSure` is false for plain digits that may be something else (a PIN code, a year). */
export type Amount = NumberSpan & Readonly<{ isSure: boolean; period: 'month' | 'year' | null }>;

/** The numbers of a text that are amounts of rupees, with the currency word and the period that stand beside them. */
export function findAmounts(
  tokens: readonly Token[],
  matches: Matches,
  numbers: readonly NumberSpan[],
  reader: NumberReader,
): readonly Amount[] {
  return numbers.flatMap((span) => {
    const before = tokens[span.from - 1]?.text ?? '';
    const after = tokens[span.to]?.text ?? '';
    if (reader.isPercent(after) || startsWith(matches, ['area', 'not_a_fact'], span.to)) return [];
    // "35,000 a month" is an amount, "60 months" and "11 o'clock" are none.
    if (span.value < SMALLEST_PLAIN && startsWith(matches, ['unit'], span.to)) return [];
    if (span.value < HOURS_OF_DAY && startsWith(matches, ['clock'], span.to)) return [];
    if (span.isBare && !mayStandBare(span, matches, after, reader)) return [];
    const hasCurrency = reader.isCurrency(before) || reader.isCurrency(after);
    const sureness = hasCurrency ? 'sure' : surenessOf(span, tokens[span.from]?.text ?? '');
    if (sureness === 'none' || span.value <= 0) return [];
    const from = reader.isCurrency(before) ? span.from - 1 : span.from;
    const to = reader.isCurrency(after) ? span.to + 1 : span.to;
    return [{ ...span, from, to, isSure: sureness === 'sure', period: periodOf(matches, numbers, { from, to }) }];
  });
}

const HOURS_OF_DAY = 25;
const SMALLEST_PLAIN = 1000; // below it, digits alone are a flat number, a year of age, a choice
const SMALLEST_SURE = 10_000;

function surenessOf(span: NumberSpan, raw: string): 'sure' | 'maybe' | 'none' {
  if (span.magnitude >= 1000) return 'sure';
  if (!span.inDigits || span.value < SMALLEST_PLAIN) return 'none';
  if (raw.includes(',')) return 'sure';
  const digits = raw.replace(/\..*$/, '').length;
  if (digits >= 10) return 'none';
  return span.value >= SMALLEST_SURE && digits !== 6 && digits !== 5 ? 'sure' : 'maybe';
}

/** "kitne lakh", "per lakh", "lakhs of people" name no amount; "कोटि रुपये" does. */
function mayStandBare(span: NumberSpan, matches: Matches, after: string, reader: NumberReader): boolean {
  const isAsked = (matches.concept ?? []).some(({ value, to }) => value === 'how_much' && to === span.from);
  const isRate = (matches.per ?? []).some(({ to }) => to === span.from);
  return !isAsked && !isRate && reader.isCurrency(after);
}

function startsWith(matches: Matches, groups: readonly string[], at: number): boolean {
  return groups.some((group) => (matches[group] ?? []).some(({ from }) => from === at));
}

const PERIOD_REACH = 3; // tokens between an amount and "a month"

/** "15 years" beside an amount is a tenure: a period is a month or a year that no other number counts. */
function periodOf(
  matches: Matches,
  numbers: readonly NumberSpan[],
  span: Readonly<{ from: number; to: number }>,
): Amount['period'] {
  const near = (matches.concept ?? []).filter(
    ({ value, from, to, exact }) =>
      exact &&
      (value === 'month' || value === 'year') &&
      gap({ from, to }, span) <= PERIOD_REACH &&
      !numbers.some((number) => number.to === from && number.to !== span.to && number.magnitude < SMALLEST_PLAIN),
  );
  const nearest = near.sort((left, right) => gap(left, span) - gap(right, span))[0];
  return nearest === undefined ? null : nearest.value === 'year' ? 'year' : 'month';
}

function gap(match: Readonly<{ from: number; to: number }>, span: Readonly<{ from: number; to: number }>): number {
  return Math.max(0, match.from >= span.to ? match.from - span.to : span.from - match.to);
}
