import { matchesOf, spanOf } from '../read-text';
import type { Extractor } from './extractor';

/** Reads the language that is asked for: in a request to change it, in a message that is little else, or when it was asked. */
export const readLanguagePreference: Extractor = (reading, { intent, expects }) => {
  const named = matchesOf(reading, 'language_preference');
  const last = named[named.length - 1];
  if (last === undefined) return [];
  const words = reading.tokens.filter(({ kind }) => kind === 'word').length;
  if (intent !== 'change_language' && expects[0] !== 'language_preference' && words > 2) return [];
  // "Not in English, in Kannada": the language that is not denied, rather than the one that is written in.
  const denials = matchesOf(reading, 'concept').filter(({ value }) => value === 'no');
  const allowed = named.filter(({ from, to }) => !denials.some((no) => near(no, { from, to })));
  // "I don't know English" names no language that is wanted.
  if (allowed.length === 0 && named.length === 1) return [];
  const candidates = allowed.length > 0 ? allowed : [last];
  const wanted = candidates.findLast(({ value }) => value !== reading.language) ?? candidates[candidates.length - 1];
  if (wanted === undefined) return [];
  return [
    { slot: 'language_preference', value: wanted.value, confidence: 0.95, ...spanOf(reading, wanted.from, wanted.to) },
  ];
};

const DENIAL_REACH = 2;

function near(denial: Readonly<{ from: number; to: number }>, named: Readonly<{ from: number; to: number }>): boolean {
  const gap = denial.from >= named.to ? denial.from - named.to : named.from - denial.to;
  return gap <= DENIAL_REACH;
}
