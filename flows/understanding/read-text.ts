import type { LanguageCode } from '@/flows/schema/language';
import type { LanguagePack } from '@/prompts/language-pack';
import { type Amount, findAmounts } from './amounts';
import {
  type CompiledLexicon,
  compileLexicon,
  type LexiconMatcher,
  type Match,
  type Matches,
  matcherOf,
} from './lexicon';
import type { Token } from './normalize';
import { NumberLexicon } from './number-words';
import { createNumberReader, type NumberReader, type NumberSpan } from './numbers';

/** A text with everything that was found in it: what intent and slots are read from. */
export type Reading = Readonly<{
  text: string;
  language: LanguageCode;
  tokens: readonly Token[];
  matches: Matches;
  numbers: readonly NumberSpan[];
  amounts: readonly Amount[];
}>;

export type TextReader = (text: string, tokens: readonly Token[], language: LanguageCode) => Reading;

/** A reader of texts in any of the languages; each is read together with English, which people mix in. */
export function createTextReader(packs: readonly LanguagePack[]): TextReader {
  const lexicons = new Map(packs.map((pack) => [pack.code, compileLexicon(pack)]));
  const numbers = new Map(packs.map((pack) => [pack.code, new NumberLexicon(pack.numbers)]));
  const tools = new Map(packs.map(({ code }) => [code, toolsFor(code, lexicons, numbers)]));
  const fallback = toolsFor(ENGLISH, lexicons, numbers);
  return (text, tokens, language) => {
    const { matcher, numberReader } = tools.get(language) ?? fallback;
    const matches = matcher.find(tokens);
    const units = unitPositions(matches);
    const spans = numberReader.read(tokens, (index) => units.has(index));
    return {
      text,
      language,
      tokens,
      matches,
      numbers: spans,
      amounts: findAmounts(tokens, matches, spans, numberReader),
    };
  };
}

/** Matches of a group; none when the text has none. */
export function matchesOf(reading: Reading, group: string): readonly Match[] {
  return reading.matches[group] ?? NO_MATCHES;
}

export function hasConcept(reading: Reading, ...names: readonly string[]): boolean {
  return matchesOf(reading, 'concept').some(({ value }) => names.includes(value));
}

/** Where tokens `from` to `to` stand in the text. */
export function spanOf(reading: Reading, from: number, to: number): Readonly<{ start: number; end: number }> {
  return { start: reading.tokens[from]?.start ?? 0, end: reading.tokens[to - 1]?.end ?? 0 };
}

/** Tokens between two stretches of the text; 0 when they touch or overlap. */
export function distanceBetween(left: Stretch, right: Stretch): number {
  return Math.max(0, left.from >= right.to ? left.from - right.to : right.from - left.to);
}

export type Stretch = Readonly<{ from: number; to: number }>;

export function isInside(inner: Stretch, outer: Stretch): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

const ENGLISH = 'en';
const NO_MATCHES: readonly Match[] = [];
const UNIT_GROUPS = ['unit', 'area', 'clock', 'not_a_fact', 'am', 'pm', 'month'];

type Tools = Readonly<{ matcher: LexiconMatcher; numberReader: NumberReader }>;

function toolsFor(
  code: LanguageCode,
  lexicons: ReadonlyMap<LanguageCode, CompiledLexicon>,
  numbers: ReadonlyMap<LanguageCode, NumberLexicon>,
): Tools {
  const mixed = code === ENGLISH ? [ENGLISH] : [code, ENGLISH];
  const pick = <Value>(all: ReadonlyMap<LanguageCode, Value>): Value[] =>
    mixed.flatMap((language) => all.get(language) ?? []);
  return { matcher: matcherOf(pick(lexicons)), numberReader: createNumberReader(pick(numbers), [...numbers.values()]) };
}

function unitPositions(matches: Matches): ReadonlySet<number> {
  return new Set(UNIT_GROUPS.flatMap((group) => (matches[group] ?? []).map(({ from }) => from)));
}
