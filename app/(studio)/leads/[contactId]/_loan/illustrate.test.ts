import { describe, expect, it } from 'vitest';
import { eligibility } from '@/flows/calculations/eligibility';
import { illustrate } from './illustrate';

const terms = { ratePercent: 10.5, months: 180 };
const input = {
  valueInr: 1_50_00_000,
  monthlyIncomeInr: 1_00_000,
  obligationsInr: 15_000,
  ltvPercent: 70,
  foirPercent: 50,
  terms,
  ticketMaxInr: 10_00_00_000,
};

/** As the server tells a loan of this input. */
function told() {
  const most = eligibility(input);
  if (!most) throw new Error('The input is out of range.');
  const maximum = {
    byValueInr: most.ltvInr,
    byIncomeInr: most.foirInr,
    byTicketInr: most.ticketInr,
    amountInr: most.amountInr,
    bound: most.bound,
  };
  return { loan: { maximum, emiRoomInr: most.emiRoomInr }, most };
}

describe('illustrate', () => {
  it('comes to what the server reckons at the same terms', () => {
    const { loan, most } = told();
    const result = illustrate(loan, { amountInr: 30_00_000, ...terms }, input.valueInr);
    expect(result).toMatchObject({ maximumInr: most.amountInr, bound: most.bound, ltvPercent: 20, isWithin: true });
  });

  it('allows less by the income when the time is shorter', () => {
    const { loan } = told();
    const months = 60;
    const result = illustrate(loan, { amountInr: 30_00_000, ratePercent: 10.5, months }, input.valueInr);
    expect(result).toMatchObject({ bound: 'foir', isWithin: false });
    expect(result.maximumInr).toBe(eligibility({ ...input, terms: { ratePercent: 10.5, months } })?.amountInr);
  });

  it('does not call a maximum known without the income', () => {
    const { loan } = told();
    const result = illustrate({ ...loan, emiRoomInr: null }, { amountInr: 30_00_000, ...terms }, null);
    expect(result).toMatchObject({ isKnown: false, ltvPercent: null, bound: 'ltv' });
  });
});
