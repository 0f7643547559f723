import { tokenize } from '../understanding/normalize';
import { matchesOf, spanOf } from '../understanding/read-text';
import type { DraftProblem, Grounds } from './grounds';
import type { KnownDates } from './known-numbers';
import type { Words } from './words';

/** Days named in a draft that are neither the agreed callback nor the days on which the office is open. */
export function findDates(
  text: string,
  { language }: Grounds,
  { readText }: Words,
  known: KnownDates,
): readonly DraftProblem[] {
  const reading = readText(text, tokenize(text), language);
  const days = matchesOf(reading, 'day').filter(({ value }) => Number(value) !== known.callbackInDays);
  // The lexicon counts weekdays from Sunday, the facts as ISO does.
  const weekdays = matchesOf(reading, 'weekday').filter(({ value }) => !known.weekdays.has(Number(value) || 7));
  return [...days, ...weekdays].map(({ from, to }) => {
    const { start, end } = spanOf(reading, from, to);
    return { code: 'date.unknown', text: text.slice(start, end) };
  });
}
