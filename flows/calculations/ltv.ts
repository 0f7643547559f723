import { Decimal, toHundredths } from './decimal';
import { isAmount } from './loan-terms';

/** Loan to value in percent, to the hundredth (53.33); null when the value is not above zero or an input is out of range. */
export function ltv(loanInr: number, valueInr: number): number | null {
  if (!isAmount(loanInr) || !isAmount(valueInr) || valueInr === 0) return null;
  return toHundredths(new Decimal(loanInr).times(100).div(valueInr));
}
