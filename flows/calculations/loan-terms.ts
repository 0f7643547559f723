import { Decimal } from './decimal';

/** The price and the length of a loan: percent a year (10.5 is 10.5 %), whole months. */
export type LoanTerms = Readonly<{ ratePercent: number; months: number }>;

/** Fifty years: longer than any loan, and a bound for the power. */
export const MOST_MONTHS = 600;
/** Above any lender's amount; keeps every figure exact to the paisa in a number. */
const MOST_INR = 10_000_000_000_000;

export function isAmount(value: number): boolean {
  return value >= 0 && value <= MOST_INR;
}

export function isPercent(value: number): boolean {
  return value >= 0 && value <= 100;
}

export function areTerms(terms: LoanTerms): boolean {
  const { ratePercent, months } = terms;
  return isPercent(ratePercent) && Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS;
}

/** r: the rate of one month as a fraction. */
export function monthlyRate(terms: LoanTerms): Decimal {
  return new Decimal(terms.ratePercent).div(1200);
}

/** (1+r)ⁿ. Lenders have few rates and tenures, so what was worked out is kept, up to a bound. */
export function growthOf(terms: LoanTerms): Decimal {
  const key = terms.ratePercent * 1_000 + terms.months;
  const known = growths.get(key);
  if (known?.ratePercent === terms.ratePercent && known.months === terms.months) return known.growth;
  const growth = growthOver(monthlyRate(terms), terms.months);
  if (growths.size >= MOST_GROWTHS) growths.clear();
  growths.set(key, { ...terms, growth });
  return growth;
}

const MOST_GROWTHS = 2_000;
const growths = new Map<number, LoanTerms & { growth: Decimal }>();

/** By squaring: twice as fast as the library's power, which allows for any exponent. */
function growthOver(monthly: Decimal, months: number): Decimal {
  let growth = new Decimal(1);
  let square = monthly.plus(1);
  for (let left = months; left > 0; left >>= 1) {
    if (left % 2 === 1) growth = growth.times(square);
    if (left > 1) square = square.times(square);
  }
  return growth;
}

/** What one rupee a month repays over the terms: ((1+r)ⁿ − 1) / (r·(1+r)ⁿ); n when r is 0. */
export function annuity(terms: LoanTerms): Decimal {
  if (terms.ratePercent === 0) return new Decimal(terms.months);
  const growth = growthOf(terms);
  return growth.minus(1).div(growth.times(monthlyRate(terms)));
}
