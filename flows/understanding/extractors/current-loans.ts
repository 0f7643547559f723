import { distanceBetween, hasConcept, matchesOf, spanOf } from '../read-text';
import type { Extractor } from './extractor';

/** Reads that the customer has no loan, or which kind runs already. Rupees outstanding are read with the other amounts. */
export const readCurrentLoans: Extractor = (reading, context) => {
  const none = matchesOf(reading, 'no_loans')[0];
  if (none !== undefined) {
    return [{ slot: 'current_loans', value: NONE, confidence: 0.92, ...spanOf(reading, none.from, none.to) }];
  }
  const isAsked = context.expects[0] === 'current_loans';
  const denial = matchesOf(reading, 'concept').find(({ value }) => value === 'no');
  if (isAsked && denial !== undefined) {
    return [{ slot: 'current_loans', value: NONE, confidence: 0.85, ...spanOf(reading, denial.from, denial.to) }];
  }
  const product = matchesOf(reading, 'loan_product')[0];
  if (product === undefined || !(isAsked || hasConcept(reading, 'existing') || isRunning(reading, product))) return [];
  const span = spanOf(reading, product.from, product.to);
  return [{ slot: 'current_loans', value: reading.text.slice(span.start, span.end), confidence: 0.75, ...span }];
};

const NONE = 'none';

function isRunning(reading: Parameters<Extractor>[0], product: Readonly<{ from: number; to: number }>): boolean {
  return matchesOf(reading, 'existing_loan').some((match) => distanceBetween(match, product) <= 3);
}
