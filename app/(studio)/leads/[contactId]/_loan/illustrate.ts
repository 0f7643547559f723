import type { EligibilityBound } from '@/flows/calculations/eligibility';
import { emi } from '@/flows/calculations/emi';
import { loanForEmi } from '@/flows/calculations/loan-for-emi';
import { ltv } from '@/flows/calculations/ltv';
import type { LeadDetails } from '../lead-page-types';

type Loan = Pick<LeadDetails['loan'], 'maximum' | 'emiRoomInr'>;
type Chosen = Readonly<{ amountInr: number; months: number; ratePercent: number }>;

type Illustration = Readonly<{
  /** Null where the figures are out of range. */
  emiInr: number | null;
  /** What is paid back over the whole time. */
  totalInr: number;
  ltvPercent: number | null;
  maximumInr: number;
  bound: EligibilityBound;
  /** Value and income are known: without one of them a maximum would promise too much. */
  isKnown: boolean;
  isWithin: boolean;
}>;

/** What a loan of these terms would be, with the flow's own calculations: what the income allows depends on the terms. */
export function illustrate({ maximum, emiRoomInr }: Loan, chosen: Chosen, valueInr: number | null): Illustration {
  const { amountInr, ...terms } = chosen;
  const emiInr = emi(amountInr, terms);
  const byIncomeInr = emiRoomInr === null ? null : loanForEmi(emiRoomInr, terms);
  const limits = { ltv: maximum.byValueInr, foir: byIncomeInr, ticket: maximum.byTicketInr };
  const maximumInr = Math.min(limits.ticket, limits.ltv ?? limits.ticket, limits.foir ?? limits.ticket);
  return {
    emiInr,
    totalInr: (emiInr ?? 0) * terms.months,
    ltvPercent: valueInr === null ? null : ltv(amountInr, valueInr),
    maximumInr,
    bound: maximumInr === limits.ltv ? 'ltv' : maximumInr === limits.foir ? 'foir' : 'ticket',
    isKnown: limits.ltv !== null && limits.foir !== null,
    isWithin: amountInr <= maximumInr,
  };
}
