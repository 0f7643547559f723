import type { Amount } from '../numbers/amounts';
import { matchesOf, type Reading, type Stretch } from '../read-text';

/**
 * The amounts that stand: "not 80 lakhs, 60 lakhs", "80 lakh नहीं 60 lakh" and "80 lakhs, sorry, 60 lakhs" say 60, and so
 * does "between 50 and 60 lakhs".
 */
export function withoutTakenBack(reading: Reading): readonly Amount[] {
  const { amounts } = reading;
  if (amounts.length < 2) return amounts;
  const kept = amounts.filter((amount, index) => {
    const next = amounts[index + 1];
    return (
      !isDenied(amount, reading) &&
      !(next !== undefined && (isCorrected(amount, next, reading) || isLowEnd(amount, next, reading)))
    );
  });
  return kept.length > 0 ? kept : amounts;
}

/** English denies before ("not 80 lakhs"), the Indian languages after. */
export function isDenied(stretch: Stretch, reading: Reading): boolean {
  return matchesOf(reading, 'concept').some(({ value, from, to }) => {
    if (value !== 'no') return false;
    return ENGLISH_ORDER.has(reading.tokens[from]?.text ?? '') ? to === stretch.from : from === stretch.to;
  });
}

const ENGLISH_ORDER: ReadonlySet<string> = new Set(['not', 'no']);

/** Only a word of correction, and no other meaning, stands between the two. */
function isCorrected(before: Stretch, after: Stretch, reading: Reading): boolean {
  const between = after.from - before.to;
  if (between < 1 || between > CORRECTION_REACH) return false;
  if (isDenied(after, reading)) return false;
  const isBetween = ({ from, to }: Stretch): boolean => from >= before.to && to <= after.from;
  const meansMore = matchesOf(reading, 'concept').some((match) => OTHER_ROLES.has(match.value) && isBetween(match));
  return !meansMore && matchesOf(reading, 'instead').some(isBetween);
}

const OTHER_ROLES: ReadonlySet<string> = new Set(['value', 'loan', 'want', 'income', 'emi', 'property']);

/** Whether the two are the ends of what "between" names. */
export function isLowEnd(before: Stretch, after: Stretch, reading: Reading): boolean {
  // The number before may have taken "and" in.
  if (after.from < before.to || after.from - before.to > 1) return false;
  return matchesOf(reading, 'between').some(({ from, to }) => to === before.from || from === after.to);
}

const CORRECTION_REACH = 5; // tokens, marks included
