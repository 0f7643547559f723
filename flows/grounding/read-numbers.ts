import type { LanguagePack } from '@/prompts/language-pack';
import type { LanguageCode } from '../schema/language';
import { tokenize } from '../understanding/normalize';
import type { NumberSpan } from '../understanding/numbers/number-span';
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

type Unit = Readonly<{ kind: NumberKind; factor: number }>;

function unitOf(span: NumberSpan, reading: Reading, packs: Packs): Unit {
  if (isPercentAt(reading, span.to, packs)) return { kind: 'percent', factor: 1 };
  // "₹25,000 महीना", "5 लाख महीना": rupees a month, not months.
  const isSum = isCurrencyAt(reading, span.from - 1, packs) || Math.max(span.magnitude, span.value) >= LEAST_MAGNITUDE;
  if (isSum) return { kind: 'amount', factor: 1 };
  const counted = unitAt(reading, span.to, packs) ?? unitAfterWord(span, reading, packs);
  if (counted !== undefined) return counted;
  const isAmount = reading.amounts.some(({ from, to }) => from <= span.from && span.to <= to);
  return { kind: isAmount ? 'amount' : 'plain', factor: 1 };
}

/** "2 working days", "2 ಕೆಲಸದ ದಿನಗಳು". One of anything may be said: "one call a day". */
function unitAfterWord(span: NumberSpan, reading: Reading, packs: Packs): Unit | undefined {
  if (span.value <= 1 || reading.tokens[span.to]?.kind !== 'word') return undefined;
  return unitAt(reading, span.to + 1, packs);
}

/** The unit of time at a token. A unit's own letters begin whatever ending it takes: "ದಿನ" in "ದಿನಗಳಲ್ಲಿ". */
function unitAt(reading: Reading, index: number, packs: Packs): Unit | undefined {
  const read = matchesOf(reading, 'unit').find(({ from }) => from === index)?.value;
  if (read !== undefined) return UNITS[read];
  const word = reading.tokens[index]?.text ?? '';
  return unitStemsOf(packs[reading.language]).find(([stem]) => word.startsWith(stem))?.[1];
}

/** Words for units of time in the script of the language; English has its endings in the lexicon. */
function unitStemsOf(pack: LanguagePack | undefined): readonly (readonly [string, Unit])[] {
  if (pack === undefined) return [];
  const known = unitStems.get(pack);
  if (known !== undefined) return known;
  const found = Object.entries(pack.lexicon.dates.units).flatMap(([name, words]) => {
    const unit = UNITS[name];
    const stems = words.map((word) => asToken(word)).filter((stem) => stem.length >= LEAST_STEM && !LATIN.test(stem));
    return unit === undefined ? [] : stems.map((stem) => [stem, unit] as const);
  });
  unitStems.set(pack, found);
  return found;
}

const unitStems = new WeakMap<LanguagePack, readonly (readonly [string, Unit])[]>();
const LEAST_STEM = 3; // UTF-16 units: a shorter one begins other words too
const LATIN = /^[a-z]/;

/** A magnitude, or a count, from here on makes a number an amount. */
export const LEAST_MAGNITUDE = 1_000;

const UNITS: Readonly<Record<string, Unit>> = {
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
