import type { NumberSpan } from '../numbers';
import { distanceBetween, hasConcept, isInside, matchesOf, type Reading, spanOf } from '../read-text';
import type { ExtractionContext, Extractor } from './extractor';

/** Reads for how long the loan is wanted, in months, from a number with a unit; a bare number answers the question. */
export const readTenure: Extractor = (reading, context) => {
  for (const number of reading.numbers) {
    const unit = matchesOf(reading, 'unit').find(
      ({ from, value }) => from === number.to && (value === 'year' || value === 'month'),
    );
    const isAsked = context.expects[0] === 'tenure_months';
    if (unit === undefined) {
      if (!isAsked || number.magnitude > 1 || reading.numbers.length > 1 || !isAlone(reading)) continue;
      const months = number.value <= LONGEST_YEARS ? number.value * 12 : number.value;
      if (isTenure(months)) return [finding(reading, number, number.to, months, 0.75)];
      continue;
    }
    const months = Math.round(unit.value === 'year' ? number.value * 12 : number.value);
    if (!isTenure(months) || isSomethingElse(reading, number, unit.to, unit.value, context)) continue;
    return [finding(reading, number, unit.to, months, isAsked ? 0.95 : 0.85)];
  }
  return [];
};

const LONGEST_YEARS = 40;
const SHORTEST_MONTHS_UNASKED = 12;

function finding(reading: Reading, number: NumberSpan, to: number, months: number, confidence: number) {
  return { slot: 'tenure_months' as const, value: months, confidence, ...spanOf(reading, number.from, to) };
}

function isTenure(months: number): boolean {
  return Number.isInteger(months) && months >= 1 && months <= LONGEST_YEARS * 12;
}

/** "After 2 months", "within 3 months", "10 years old" and "2 months EMI" are no tenure. */
function isSomethingElse(
  reading: Reading,
  number: NumberSpan,
  to: number,
  unit: string,
  { expects, intent }: ExtractionContext,
): boolean {
  if (expects[0] === 'tenure_months') return false;
  if (intent === 'follow_up_later' || intent === 'talk_to_human') return true;
  const stretch = { from: number.from, to };
  if (matchesOf(reading, 'urgency').some((urgency) => isInside(stretch, urgency))) return true;
  const next = reading.tokens[to]?.text ?? '';
  if (AGE_OR_PAST.test(next) || AGE_OR_PAST.test(reading.tokens[number.from - 1]?.text ?? '')) return true;
  const isFew = unit === 'month' && number.value < SHORTEST_MONTHS_UNASKED;
  const later = matchesOf(reading, 'after').some(
    (after) => reading.tokens[after.from]?.text !== 'in' && distanceBetween(after, stretch) === 0 && after.from === to,
  );
  return later || (isFew && !hasConcept(reading, 'tenure', 'emi', 'loan'));
}

const AGE_OR_PAST = /^(old|ago|age|aged|experience|back|purana|purani|purane|pehle|pahle|se|since|umar|umra|vayasu)$/;

function isAlone(reading: Reading): boolean {
  return reading.tokens.filter(({ kind }) => kind !== 'mark').length <= 3;
}
