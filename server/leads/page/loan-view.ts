import { eligibility } from '@/flows/calculations/eligibility';
import { emi } from '@/flows/calculations/emi';
import { ltv } from '@/flows/calculations/ltv';
import type { SlotValue } from '@/flows/schema/slots';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LoanView } from './lead-details';

/** What may be lent on what is known, by the limits that the shipped flow reckons with: at the lowest rate. */
export function loanView(known: ReadonlyMap<string, SlotValue>, facts: ProductFacts, language: string): LoanView {
  const amount = (slot: string) => amountOf(known.get(slot));
  const [value, income, wanted] = [amount('property_value'), amount('monthly_income'), amount('loan_amount_needed')];
  const months = amount('tenure_months') ?? facts.tenure_max_months;
  const ltvLimitPercent = limitFor(String(known.get('property_type') ?? ''), facts);
  const terms = { ratePercent: facts.rate_min, months };
  const most = eligibility({
    valueInr: value ?? 0,
    monthlyIncomeInr: income ?? 0,
    obligationsInr: amount('current_emi') ?? 0,
    ltvPercent: ltvLimitPercent,
    foirPercent: facts.foir,
    terms,
    ticketMaxInr: facts.ticket_max_inr,
  });
  return {
    ltvPercent: wanted === null || value === null ? null : ltv(wanted, value),
    ltvLimitPercent,
    maximum: smallest(
      value === null ? null : (most?.ltvInr ?? null),
      income === null ? null : (most?.foirInr ?? null),
      facts,
    ),
    emiRoomInr: income === null ? null : (most?.emiRoomInr ?? null),
    inputs: inputsOf(wanted, months, facts),
    emiInr: wanted === null ? null : emi(wanted, terms),
    caution: facts.texts.caution?.[language] ?? facts.texts.caution?.en ?? '',
  };
}

function amountOf(value: SlotValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** As the shipped flow's state `set_limit` has it. */
function limitFor(propertyType: string, facts: ProductFacts): number {
  if (facts.residential_types.includes(propertyType)) return facts.ltv_residential;
  return facts.plot_types.includes(propertyType) ? facts.ltv_plot : facts.ltv_commercial;
}

function smallest(byValueInr: number | null, byIncomeInr: number | null, facts: ProductFacts): LoanView['maximum'] {
  const byTicketInr = facts.ticket_max_inr;
  const amountInr = Math.min(byTicketInr, byValueInr ?? byTicketInr, byIncomeInr ?? byTicketInr);
  const bound = amountInr === byValueInr ? 'ltv' : amountInr === byIncomeInr ? 'foir' : 'ticket';
  return { byValueInr, byIncomeInr, byTicketInr, amountInr, bound };
}

function inputsOf(wanted: number | null, months: number, facts: ProductFacts): LoanView['inputs'] {
  return {
    amountInr: wanted ?? facts.ticket_min_inr,
    months,
    ratePercent: facts.rate_min,
    amountFromInr: facts.ticket_min_inr,
    amountToInr: facts.ticket_max_inr,
    monthsFrom: facts.tenure_min_months,
    monthsTo: facts.tenure_max_months,
    rateFrom: facts.rate_min,
    rateTo: facts.rate_max,
  };
}
