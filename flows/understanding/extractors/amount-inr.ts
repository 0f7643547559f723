import type { Amount } from '../numbers/amounts';
import { hasConcept, matchesOf, type Reading, spanOf } from '../read-text';
import { type AmountRole, type AmountSlot, isDrawn, pullOf, ROLES } from './amount-cues';
import { assignRoles } from './assign-roles';
import type { ExtractionContext, Extractor, Finding } from './extractor';
import { withoutTakenBack } from './taken-back';

/** Gives each amount of a text to the slot whose words stand nearest; a bare amount goes to the slot that was asked for. */
export const readAmounts: Extractor = (reading, context) => {
  const amounts = withoutTakenBack(reading)
    .filter((amount) => isAccepted(amount, reading, context))
    .slice(0, MOST_AMOUNTS);
  if (amounts.length === 0) return [];
  const scores = amounts.map((amount) => ROLES.map((role) => scoreOf(amount, role, reading, context)));
  return assignRoles(scores).flatMap((index, at): Finding[] => {
    const amount = amounts[at];
    const role = index === null ? undefined : ROLES[index];
    const score = index === null ? 0 : (scores[at]?.[index] ?? 0);
    if (amount === undefined || role === undefined || role === 'no_fact') return [];
    return [toFinding(amount, role, score, reading)];
  });
};

const MOST_AMOUNTS = 10; // of one turn; more is no message of a customer
const MONTHS_IN_YEAR = 12;

function scoreOf(amount: Amount, role: AmountRole, reading: Reading, context: ExtractionContext): number {
  if (!isPlausible(amount, role, reading, context)) return 0;
  const place = context.expects.indexOf(role);
  const asked = place === 0 ? 0.45 : place > 0 ? 0.2 : 0;
  return pullOf(amount, role, reading, context) + asked + usual(role, reading, context);
}

/** What an amount is without a word for it: by the contract the loan, or the worth in a message that describes the property. */
function usual(role: AmountRole, reading: Reading, { intent, expects }: ExtractionContext): number {
  if (SUSPICIOUS.has(intent) && expects.length === 0) return 0;
  if (role === 'loan_amount_needed') return ASKING_TERMS.has(intent) ? 0.5 : 0.15;
  if (role !== 'property_value') return 0;
  return describesProperty(reading) ? 0.3 : 0.1;
}

const ASKING_TERMS: ReadonlySet<string> = new Set(['ask_rate', 'ask_emi', 'ask_tenure', 'ask_fees']);
const SUSPICIOUS: ReadonlySet<string> = new Set(['objection_trust', 'complaint']);

function describesProperty(reading: Reading): boolean {
  const isNamed = matchesOf(reading, 'property_type').length > 0;
  const isPlaced = ['area', 'city', 'location'].some((group) => matchesOf(reading, group).length > 0);
  const speaksOfLoan = hasConcept(reading, 'loan', 'want', 'pledge') || matchesOf(reading, 'loan_purpose').length > 0;
  return isNamed && isPlaced && !speaksOfLoan;
}

function isPlausible(amount: Amount, role: AmountRole, reading: Reading, { intent }: ExtractionContext): boolean {
  switch (role) {
    case 'monthly_income':
      return amount.value < 100_000_000;
    case 'current_emi':
      return amount.value <= 2_000_000 && (!ASKING_EMI.has(intent) || hasRunningLoan(reading));
    case 'loan_amount_needed':
      return amount.value >= 10_000 && (amount.period !== 'month' || isAskedPerMonth(reading, intent));
    case 'property_value':
      return amount.value >= 50_000 && amount.period === null;
    case 'current_loans':
      return amount.period === null;
    case 'no_fact':
      return true;
    default:
      return role satisfies never;
  }
}

const ASKING_EMI: ReadonlySet<string> = new Set(['ask_emi', 'ask_eligibility']);

/** "How much a month for 30 lakhs" speaks of the month of the instalment, not of the amount. */
function isAskedPerMonth(reading: Reading, intent: string): boolean {
  return intent === 'ask_emi' || hasConcept(reading, 'loan', 'want');
}

function hasRunningLoan(reading: Reading): boolean {
  return hasConcept(reading, 'existing') || matchesOf(reading, 'existing_loan').length > 0;
}

/** Plain digits count as an amount only when an amount was asked for, or words for one stand beside them. */
function isAccepted(amount: Amount, reading: Reading, context: ExtractionContext): boolean {
  if (amount.isSure) return true;
  const first = context.expects[0];
  return (first !== undefined && ROLES.some((role) => role === first)) || isDrawn(amount, reading, context);
}

function toFinding(amount: Amount, slot: AmountSlot, score: number, reading: Reading): Finding {
  const isYearlyIncome = slot === 'monthly_income' && amount.period === 'year';
  const value = Math.round(isYearlyIncome ? amount.value / MONTHS_IN_YEAR : amount.value);
  const confidence = Math.min(0.98, 0.6 + score * 0.35) * (amount.isSure ? 1 : 0.85);
  return { slot, value, confidence, ...spanOf(reading, amount.from, amount.to) };
}
