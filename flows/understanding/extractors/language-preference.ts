import type { Match } from '../lexicon/match';
import { matchesOf, type Reading, spanOf } from '../read-text';
import type { Extractor } from './extractor';

/** Reads the language that is asked for: in a request to change it, in a message that is little else, or when it was asked. */
export const readLanguagePreference: Extractor = (reading, { intent, expects }) => {
  const named = matchesOf(reading, 'language_preference');
  const last = named[named.length - 1];
  if (last === undefined) return [];
  const words = reading.tokens.filter(({ kind }) => kind === 'word').length;
  if (intent !== 'change_language' && expects[0] !== 'language_preference' && words > 2) return [];
  // "Not in English, in Kannada": the last one that is not denied.
  const denied = new Set(denials(reading).map((denial) => deniedBy(denial, named, reading)));
  const wanted = named.findLast((language) => !denied.has(language)) ?? (named.length > 1 ? last : undefined);
  if (wanted === undefined) return [];
  return [
    { slot: 'language_preference', value: wanted.value, confidence: 0.95, ...spanOf(reading, wanted.from, wanted.to) },
  ];
};

const DENIAL_REACH = 3;

/** Words that take a language out of the choice: "not in …", "I don't know …". */
function denials(reading: Reading): readonly Match[] {
  const denied = matchesOf(reading, 'concept').filter(({ value }) => value === 'no' || value === 'dont_want');
  return [...matchesOf(reading, 'not_known'), ...denied];
}

/**
 * The language that a denial is about: the Indian languages deny after it. English denies before it, but that one is weak in
 * it, or doesn't know it, is said on either side.
 */
function deniedBy(denial: Match, named: readonly Match[], { language }: Reading): Match | undefined {
  const gapTo = ({ from, to }: Match): number => {
    const [ahead, behind] = [from - denial.to, denial.from - to];
    if (language !== 'en') return behind;
    return denial.group === 'not_known' ? Math.max(ahead, behind) : ahead;
  };
  return named
    .filter((one) => gapTo(one) >= 0 && gapTo(one) <= DENIAL_REACH)
    .sort((one, other) => gapTo(one) - gapTo(other))[0];
}
