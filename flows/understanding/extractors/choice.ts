import type { Match } from '../lexicon/match';
import { longestOf, matchesOf, type Reading, spanOf } from '../read-text';
import { type ChoiceSlot, lengthOf, statesSlot } from './choice-rules';
import type { Extractor } from './extractor';

/** Reads a slot with a closed list of values from the words of the lexicon: the longest phrase wins, then the first. */
export function choiceReader(slot: ChoiceSlot): Extractor {
  return (reading, context) => {
    const candidates = longestOf(matchesOf(reading, slot)).filter((match) => statesSlot(slot, match, reading, context));
    const kept = withoutDenied(candidates, reading);
    const isCorrection = matchesOf(reading, 'instead').length > 0;
    const best = [...kept].sort(
      (left, right) =>
        Number(right.exact) - Number(left.exact) ||
        Number(SPECIFIC.has(right.value)) - Number(SPECIFIC.has(left.value)) ||
        lengthOf(right) - lengthOf(left) ||
        (isCorrection ? right.from - left.from : left.from - right.from),
    )[0];
    if (best === undefined) return [];
    const confidence = (best.exact ? 0.92 : 0.7) - (new Set(kept.map(({ value }) => value)).size > 1 ? 0.15 : 0);
    return [{ slot, value: best.value, confidence, ...spanOf(reading, best.from, best.to) }];
  };
}

/** Said beside a vaguer value ("a doctor working in Pune", "medical college fees"), these are meant. */
const SPECIFIC: ReadonlySet<string> = new Set([
  'professional',
  'farmer',
  'retired',
  'homemaker',
  'joint',
  'education',
  'debt_consolidation',
]);

/** "Not a house, a flat": a value beside a denial is gone when another is left. */
function withoutDenied(matches: readonly Match[], reading: Reading): readonly Match[] {
  if (new Set(matches.map(({ value }) => value)).size < 2) return matches;
  const denials = matchesOf(reading, 'concept').filter(({ value }) => value === 'no');
  const kept = matches.filter(
    (match) =>
      !denials.some(({ from, to }) => {
        const isEnglish = /^(not|no)$/.test(reading.tokens[from]?.text ?? '');
        return isEnglish ? match.from >= to && match.from - to <= 1 : from === match.to;
      }),
  );
  return kept.length > 0 ? kept : matches;
}
