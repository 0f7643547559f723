import { beginningInText, isKeptBeginning, type TokenQuery, wholeWords, wordsOf } from '../../sealing/search-tokens';

/** What to look for in messages. */
export type Said = {
  /** Each finds what is sought for sure. */
  readonly certain: TokenQuery;
  /** Each finds it and some more: only a part of the last word is known to begin so. */
  readonly possible: TokenQuery;
  /** How a word must begin in what `possible` found. */
  readonly beginning: string;
};

/** A search as tokens: whole words, but for the last one, which may be still being typed. Null where it has no word. */
export function saidIn(search: string): Said | null {
  const words = wordsOf(search);
  const last = words.at(-1);
  if (last === undefined) return null;
  const whole = wholeWords(words);
  const begun = beginningInText(last);
  if (begun === null) return { certain: whole, possible: [], beginning: last };
  const before = wholeWords(words.slice(0, -1));
  const typed = begun.map((tokens, at) => [...(before[at] ?? []), ...tokens]);
  return isKeptBeginning(last)
    ? { certain: typed, possible: [], beginning: last }
    : { certain: whole, possible: typed, beginning: last };
}
