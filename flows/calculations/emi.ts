import { Decimal, toHundredths } from './decimal';
import { areTerms, growthOf, isAmount, type LoanTerms, monthlyRate } from './loan-terms';

/**
 * The equated monthly instalment in rupees, to the paisa: P·r·(1+r)ⁿ / ((1+r)ⁿ − 1), P/n at 0 %.
 * Null when an input is out of range: a negative amount, a rate outside 0 to 100, months outside 1 to 600.
 */
export function emi(principalInr: number, terms: LoanTerms): number | null {
  if (!isAmount(principalInr) || !areTerms(terms)) return null;
  if (terms.ratePercent === 0) return toHundredths(new Decimal(principalInr).div(terms.months));
  const growth = growthOf(terms);
  return toHundredths(monthlyRate(terms).times(growth).times(principalInr).div(growth.minus(1)));
}
