import { toHundredths } from './decimal';
import { areTerms, instalmentFor, isAmount, type LoanTerms } from './loan-terms';

/**
 * The equated monthly instalment in rupees, to the paisa: P·r·(1+r)ⁿ / ((1+r)ⁿ − 1), P/n at 0 %.
 * Null when an input is out of range: a negative amount, a rate outside 0 to 100, months outside 1 to 600.
 */
export function emi(principalInr: number, terms: LoanTerms): number | null {
  if (!isAmount(principalInr) || !areTerms(terms)) return null;
  return toHundredths(instalmentFor(principalInr, terms));
}
