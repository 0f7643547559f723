import type { Match } from '../match';
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

function denials(reading: Reading): readonly Match[] {
  return matchesOf(reading, 'concept').filter(({ value }) => value === 'no' || value === 'dont_want');
}

/** The language that a denial is about: English denies before it, the Indian languages after. */
function deniedBy(denial: Match, named: readonly Match[], { language }: Reading): Match | undefined {
  const isBefore = language === 'en';
  const gapTo = ({ from, to }: Match): number => (isBefore ? from - denial.to : denial.from - to);
  return named
    .filter((one) => gapTo(one) >= 0 && gapTo(one) <= DENIAL_REACH)
    .sort((one, other) => gapTo(one) - gapTo(other))[0];
}
