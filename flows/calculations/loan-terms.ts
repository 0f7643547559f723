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

/** The instalment in rupees for a principal, unrounded: P·r·(1+r)ⁿ / ((1+r)ⁿ − 1), P/n at 0 %. */
export function instalmentFor(principalInr: number, terms: LoanTerms): Decimal {
  const principal = new Decimal(principalInr);
  return terms.ratePercent === 0 ? principal.div(terms.months) : principal.times(instalmentOfRupee(terms));
}

/** The principal in rupees that an instalment repays, unrounded: the inverse of `instalmentFor`. */
export function principalFor(instalmentInr: number | Decimal, terms: LoanTerms): Decimal {
  const instalment = new Decimal(instalmentInr);
  return terms.ratePercent === 0 ? instalment.times(terms.months) : instalment.div(instalmentOfRupee(terms));
}

/** Lenders have few rates and tenures, so what one rupee costs a month is kept once it is worked out, up to a bound. */
function instalmentOfRupee(terms: LoanTerms): Decimal {
  const key = terms.ratePercent * 1_000 + terms.months;
  const known = instalments.get(key);
  if (known?.ratePercent === terms.ratePercent && known.months === terms.months) return known.instalment;
  const monthly = new Decimal(terms.ratePercent).div(1200);
  const growth = growthOver(monthly, terms.months);
  const instalment = monthly.times(growth).div(growth.minus(1));
  if (instalments.size >= MOST_INSTALMENTS) instalments.clear();
  instalments.set(key, { ...terms, instalment });
  return instalment;
}

const MOST_INSTALMENTS = 2_000;
const instalments = new Map<number, LoanTerms & { instalment: Decimal }>();

/** (1+r)ⁿ by squaring: twice as fast as the library's power, which allows for any exponent. */
function growthOver(monthly: Decimal, months: number): Decimal {
  let growth = new Decimal(1);
  let square = monthly.plus(1);
  for (let left = months; left > 0; left >>= 1) {
    if (left % 2 === 1) growth = growth.times(square);
    if (left > 1) square = square.times(square);
  }
  return growth;
}
