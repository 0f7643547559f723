import type { LanguagePack } from '@/prompts/language-pack';
import type { LanguageCode } from '../schema/language';
import { tokenize } from '../understanding/normalize';
import type { NumberSpan } from '../understanding/numbers';
import { matchesOf, type Reading } from '../understanding/read-text';

/** What a number counts: a percentage must be known as one, rupees as rupees. */
export type NumberKind = 'percent' | 'amount' | 'months' | 'days' | 'minutes' | 'plain';

/** A number of a text: both ends of a range, in the unit of its kind (years are months, weeks days, hours minutes). */
export type CountedNumber = Readonly<{ kind: NumberKind; values: readonly number[]; span: NumberSpan }>;

/** Every number that the reading's language, or the English mixed into it, has in digits or words, and what it counts. */
export function countedNumbers(reading: Reading, packs: Packs): readonly CountedNumber[] {
  return reading.numbers.map((span) => {
    const { kind, factor } = unitOf(span, reading, packs);
    return { kind, span, values: [...new Set([span.low, span.value])].map((value) => value * factor) };
  });
}

export type Packs = Readonly<Record<LanguageCode, LanguagePack>>;

function unitOf(span: NumberSpan, reading: Reading, packs: Packs): { kind: NumberKind; factor: number } {
  if (isPercentAt(reading, span.to, packs)) return { kind: 'percent', factor: 1 };
  // "₹25,000 महीना": rupees a month, not months.
  if (isCurrencyAt(reading, span.from - 1, packs)) return { kind: 'amount', factor: 1 };
  const unit = matchesOf(reading, 'unit').find(({ from }) => from === span.to)?.value;
  const counted = unit === undefined ? undefined : UNITS[unit];
  if (counted !== undefined) return counted;
  const isAmount = reading.amounts.some(({ from, to }) => from <= span.from && span.to <= to);
  return { kind: isAmount || span.magnitude >= LEAST_MAGNITUDE ? 'amount' : 'plain', factor: 1 };
}

/** A magnitude from here on makes a number an amount. */
export const LEAST_MAGNITUDE = 1_000;

const UNITS: Readonly<Record<string, { kind: NumberKind; factor: number }>> = {
  minute: { kind: 'minutes', factor: 1 },
  hour: { kind: 'minutes', factor: 60 },
  day: { kind: 'days', factor: 1 },
  week: { kind: 'days', factor: 7 },
  month: { kind: 'months', factor: 1 },
  year: { kind: 'months', factor: 12 },
};

export function isPercentAt(reading: Reading, index: number, packs: Packs): boolean {
  return signsOf(packs).percent.has(reading.tokens[index]?.text ?? '');
}

export function isCurrencyAt(reading: Reading, index: number, packs: Packs): boolean {
  return signsOf(packs).currency.has(reading.tokens[index]?.text ?? '');
}

type Signs = Readonly<{ percent: ReadonlySet<string>; currency: ReadonlySet<string> }>;

/** Signs and words for percent and rupees, of all languages. */
function signsOf(packs: Packs): Signs {
  const known = signs.get(packs);
  if (known !== undefined) return known;
  const all = Object.values(packs);
  const found = {
    percent: new Set(all.flatMap(({ numbers }) => numbers.percent.map(asToken))),
    currency: new Set(all.flatMap(({ numbers }) => numbers.currency.map(asToken))),
  };
  signs.set(packs, found);
  return found;
}

const signs = new WeakMap<Packs, Signs>();

function asToken(word: string): string {
  return tokenize(word)[0]?.text ?? word;
}
