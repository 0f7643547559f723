import { Decimal, toHundredths } from './decimal';
import { areTerms, isAmount, isPercent, type LoanTerms, principalFor } from './loan-terms';

export type EligibilityInput = Readonly<{
  valueInr: number;
  monthlyIncomeInr: number;
  /** What is already paid each month for other loans. */
  obligationsInr: number;
  ltvPercent: number;
  foirPercent: number;
  terms: LoanTerms;
  ticketMaxInr: number;
}>;

export type EligibilityBound = 'ltv' | 'foir' | 'ticket';

export type Eligibility = Readonly<{
  /** The smallest of the three amounts below. */
  amountInr: number;
  /** Which of them it is. */
  bound: EligibilityBound;
  ltvInr: number;
  foirInr: number;
  ticketInr: number;
  /** What is left each month for the new instalment: income × FOIR − obligations, never below zero. */
  emiRoomInr: number;
}>;

/** The indicative maximum in rupees, to the paisa: min(LTV × value, FOIR-based, ticket maximum); null when out of range. */
export function eligibility(input: EligibilityInput): Eligibility | null {
  if (!isInRange(input)) return null;
  const share = new Decimal(input.monthlyIncomeInr).times(input.foirPercent).div(100);
  const emiRoom = Decimal.max(share.minus(input.obligationsInr), 0);
  const ltvInr = toHundredths(new Decimal(input.valueInr).times(input.ltvPercent).div(100));
  const foirInr = toHundredths(principalFor(emiRoom, input.terms));
  const ticketInr = input.ticketMaxInr;
  const amountInr = Math.min(ltvInr, foirInr, ticketInr);
  return {
    amountInr,
    bound: amountInr === ltvInr ? 'ltv' : amountInr === foirInr ? 'foir' : 'ticket',
    ltvInr,
    foirInr,
    ticketInr,
    emiRoomInr: toHundredths(emiRoom),
  };
}

function isInRange(input: EligibilityInput): boolean {
  const amounts = [input.valueInr, input.monthlyIncomeInr, input.obligationsInr, input.ticketMaxInr];
  const percents = [input.ltvPercent, input.foirPercent];
  return amounts.every(isAmount) && percents.every(isPercent) && areTerms(input.terms);
}
