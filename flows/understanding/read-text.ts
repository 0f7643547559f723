import type { LanguageCode } from '@/flows/schema/language';
import type { LanguagePack } from '@/prompts/language-pack';
import { createLanguageTools } from './language-tools';
import type { Match, Matches } from './lexicon/match';
import type { Token } from './normalize';
import { type Amount, findAmounts } from './numbers/amounts';
import type { Duration, FusedDurations } from './numbers/fused-durations';
import type { NumberSpan } from './numbers/number-span';

/** A text with everything that was found in it: what intent and slots are read from. */
export type Reading = Readonly<{
  text: string;
  language: LanguageCode;
  tokens: readonly Token[];
  matches: Matches;
  numbers: readonly NumberSpan[];
  amounts: readonly Amount[];
  /** Words that are a number and a unit of time at once. */
  durations: readonly Duration[];
}>;

export type TextReader = (text: string, tokens: readonly Token[], language: LanguageCode) => Reading;

/**
 * A reader of texts in any of the languages; each is read together with English, which people mix in. A language is compiled
 * when its first text comes, since few readers meet all of them.
 */
export function createTextReader(packs: readonly LanguagePack[]): TextReader {
  const toolsOf = createLanguageTools(packs);
  return (text, tokens, language) => {
    const { matcher, numberReader, fused } = toolsOf(language);
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
      durations: findDurations(tokens, fused),
    };
  };
}

function findDurations(tokens: readonly Token[], fused: FusedDurations): readonly Duration[] {
  return tokens.flatMap(({ kind, text }, index): Duration[] => {
    const found = kind === 'word' ? fused.find(text) : null;
    return found === null ? [] : [{ ...found, from: index, to: index + 1 }];
  });
}

/** Matches of a group; none when the text has none. */
export function matchesOf(reading: Reading, group: string): readonly Match[] {
  return reading.matches[group] ?? NO_MATCHES;
}

export function hasConcept(reading: Reading, ...names: readonly string[]): boolean {
  return matchesOf(reading, 'concept').some(({ value }) => names.includes(value));
}

const FEW_WORDS = 4;

/** A few words, as answers are. */
export function isShort({ tokens }: Reading): boolean {
  return tokens.filter(({ kind }) => kind !== 'mark').length <= FEW_WORDS;
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

/** "Day after tomorrow" also holds "tomorrow", "joint family" also "joint": the longer phrase is meant. */
export function longestOf<Found extends Stretch>(matches: readonly Found[]): readonly Found[] {
  return matches.filter(
    (match) => !matches.some((other) => other.to - other.from > match.to - match.from && isInside(match, other)),
  );
}

const NO_MATCHES: readonly Match[] = [];
const UNIT_GROUPS = ['unit', 'area', 'clock', 'not_a_fact', 'am', 'pm', 'month'];

function unitPositions(matches: Matches): ReadonlySet<number> {
  return new Set(UNIT_GROUPS.flatMap((group) => (matches[group] ?? []).map(({ from }) => from)));
}
