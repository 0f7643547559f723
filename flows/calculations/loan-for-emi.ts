import { toHundredths } from './decimal';
import { areTerms, isAmount, type LoanTerms, principalFor } from './loan-terms';

/** The loan in rupees, to the paisa, that a monthly instalment repays over the terms; null when an input is out of range. */
export function loanForEmi(emiInr: number, terms: LoanTerms): number | null {
  if (!isAmount(emiInr) || !areTerms(terms)) return null;
  return toHundredths(principalFor(emiInr, terms));
}
