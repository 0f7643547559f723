import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal';
import { eligibility } from './eligibility';
import { emi } from './emi';
import { loanForEmi } from './loan-for-emi';
import { ltv } from './ltv';
import { monthsForEmi } from './months-for-emi';

describe('emi', () => {
  it.each([
    [10_00_000, 9.5, 180, 10_442.25],
    [25_00_000, 10.5, 180, 27_634.97],
    [50_00_000, 11.25, 120, 69_584.47],
    [50_00_000, 12, 240, 55_054.31],
    [35_00_000, 8.5, 180, 34_465.88],
    [10_00_000, 14, 60, 23_268.25],
    [10_00_000, 0, 120, 8_333.33],
    [0, 10, 12, 0],
  ])('of ₹%d at %d %% over %d months is %d', (principal, ratePercent, months, expected) => {
    expect(emi(principal, { ratePercent, months })).toBe(expected);
  });

  it.each([
    [-1, 10, 12],
    [Number.NaN, 10, 12],
    [Number.POSITIVE_INFINITY, 10, 12],
    [1000, -1, 12],
    [1000, 101, 12],
    [1000, 10, 0],
    [1000, 10, 12.5],
    [1000, 10, 601],
  ])('has no answer for ₹%d at %d %% over %d months', (principal, ratePercent, months) => {
    expect(emi(principal, { ratePercent, months })).toBeNull();
  });

  it('is the same to the paisa as the formula with sixty digits', () => {
    const Wide = Decimal.clone({ precision: 60 });
    const loans = fc.tuple(
      fc.integer({ min: 1, max: 1e10 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 600 }),
    );
    fc.assert(
      fc.property(loans, ([principal, basisPoints, months]) => {
        const ratePercent = basisPoints / 100;
        const monthly = new Wide(ratePercent).div(1200);
        const growth = monthly.plus(1).pow(months);
        const exact = new Wide(principal).times(monthly).times(growth).div(growth.minus(1));
        expect(emi(principal, { ratePercent, months })).toBe(exact.toDecimalPlaces(2).toNumber());
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('loanForEmi', () => {
  it('is the loan that a room of ₹35,000 repays at 10.5 % over 180 months', () => {
    expect(loanForEmi(35_000, { ratePercent: 10.5, months: 180 })).toBe(31_66_277.73);
  });

  it('is the instalment times the months at 0 %', () => {
    expect(loanForEmi(8_333.33, { ratePercent: 0, months: 120 })).toBe(9_99_999.6);
  });
});

describe('monthsForEmi', () => {
  it('is the fewest months whose instalment fits the budget', () => {
    expect(monthsForEmi(10_00_000, 9.5, 10_442.25)).toBe(180);
    expect(monthsForEmi(10_00_000, 9.5, 10_442.24)).toBe(181);
    expect(monthsForEmi(10_00_000, 0, 10_00_000)).toBe(1);
  });

  it('has no answer when the budget does not even pay the interest', () => {
    expect(monthsForEmi(10_00_000, 12, 10_000)).toBeNull();
    expect(monthsForEmi(10_00_000, 12, Number.NaN)).toBeNull();
  });
});

describe('ltv', () => {
  it.each([
    [80_00_000, 1_50_00_000, 53.33],
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 800, 0.13],
    [0, 100, 0],
  ])('of ₹%d on ₹%d is %d %%', (loan, value, expected) => {
    expect(ltv(loan, value)).toBe(expected);
  });

  it('has no answer without a value', () => {
    expect(ltv(100, 0)).toBeNull();
    expect(ltv(-1, 100)).toBeNull();
  });
});

describe('eligibility', () => {
  const base = {
    valueInr: 1_50_00_000,
    monthlyIncomeInr: 1_00_000,
    obligationsInr: 15_000,
    ltvPercent: 70,
    foirPercent: 50,
    terms: { ratePercent: 10.5, months: 180 },
    ticketMaxInr: 10_00_00_000,
  };

  it('is bound by the income when that allows the least', () => {
    expect(eligibility(base)).toEqual({
      amountInr: 31_66_277.73,
      bound: 'foir',
      ltvInr: 1_05_00_000,
      foirInr: 31_66_277.73,
      ticketInr: 10_00_00_000,
      emiRoomInr: 35_000,
    });
  });

  it('is bound by the value of the property when that allows the least', () => {
    expect(eligibility({ ...base, valueInr: 40_00_000 })).toMatchObject({ amountInr: 28_00_000, bound: 'ltv' });
  });

  it('is bound by the ticket maximum when that is the least', () => {
    expect(eligibility({ ...base, ticketMaxInr: 30_00_000 })).toMatchObject({ amountInr: 30_00_000, bound: 'ticket' });
  });

  it('is nothing when the obligations use up the income', () => {
    expect(eligibility({ ...base, obligationsInr: 60_000 })).toMatchObject({
      amountInr: 0,
      bound: 'foir',
      emiRoomInr: 0,
    });
  });

  it('has no answer for inputs out of range', () => {
    expect(eligibility({ ...base, ltvPercent: 170 })).toBeNull();
    expect(eligibility({ ...base, monthlyIncomeInr: -1 })).toBeNull();
    expect(eligibility({ ...base, terms: { ratePercent: 10, months: 0 } })).toBeNull();
  });
});
