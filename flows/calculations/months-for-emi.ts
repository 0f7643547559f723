import { emi } from './emi';
import { MOST_MONTHS } from './loan-terms';

/**
 * The fewest whole months in which a monthly budget repays the loan. Null when an input is out of range, or when the
 * budget doesn't repay it in 600 months.
 */
export function monthsForEmi(principalInr: number, ratePercent: number, budgetInr: number): number | null {
  const isEnough = (months: number) => (emi(principalInr, { ratePercent, months }) ?? Number.NaN) <= budgetInr;
  if (!isEnough(MOST_MONTHS)) return null;
  let tooFew = 0;
  let enough = MOST_MONTHS;
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
