import type { CustomerSlot } from '@/flows/schema/slots';
import type { Match } from '../lexicon/match';
import type { Amount } from '../numbers/amounts';
import { distanceBetween, hasConcept, isInside, matchesOf, type Reading, type Stretch } from '../read-text';
import type { ExtractionContext } from './extractor';

export type AmountSlot = Extract<
  CustomerSlot,
  'property_value' | 'loan_amount_needed' | 'monthly_income' | 'current_emi' | 'current_loans'
>;

/** What an amount may be: one of the slots, or a figure that is no fact about the customer (a turnover, a fee, a friend's loss). */
export type AmountRole = AmountSlot | 'no_fact';

/** A word that draws an amount to a role, and how strongly when they touch. */
type Pull = Readonly<{ match: Match; weight: number }>;

/** How strongly the words of the text draw the amount to the role: about 1 when a word for it stands beside, else near 0. */
export function pullOf(amount: Amount, role: AmountRole, reading: Reading, context: ExtractionContext): number {
  return pullsOf(amount, role, reading, context).reduce(
    (strongest, { match, weight }) => Math.max(strongest, weight * nearness(amount, match, reading)),
    0,
  );
}

/** Whether a strong word for any role is near enough to make an amount of plain digits. */
export function isDrawn(amount: Amount, reading: Reading, context: ExtractionContext): boolean {
  return ROLES.some((role) =>
    pullsOf(amount, role, reading, context).some(
      ({ match, weight }) => weight >= STRONG && distanceBetween(amount, match) <= STRONG_REACH,
    ),
  );
}

export const ROLES: readonly AmountRole[] = [
  'property_value',
  'loan_amount_needed',
  'monthly_income',
  'current_emi',
  'current_loans',
  'no_fact',
];

const STRONG = 0.85;
const STRONG_REACH = 3; // tokens

function pullsOf(amount: Amount, role: AmountRole, reading: Reading, context: ExtractionContext): readonly Pull[] {
  switch (role) {
    case 'property_value':
      return propertyPulls(amount, reading, context);
    case 'loan_amount_needed':
      return [
        ...concept(reading, 'loan', 0.9).filter(({ match }) => !isRunningProduct(match, reading)),
        ...concept(reading, 'want', 0.85),
        ...group(reading, 'loan_purpose', 0.6),
        ...concept(reading, 'pledge', 0.3),
      ];
    case 'monthly_income':
      return incomePulls(amount, reading);
    case 'current_emi':
      return emiPulls(amount, reading);
    case 'current_loans':
      return outstandingPulls(reading);
    case 'no_fact':
      return [
        ...group(reading, 'turnover', 1.5),
        ...group(reading, 'lost', 1.4),
        ...group(reading, 'others', 0.85),
        ...(isCharge(amount, reading, context) ? feesOfOurs(reading) : []),
        ...(context.intent === 'objection_cost' ? concept(reading, 'lender', 0.9) : []),
      ];
    default:
      return role satisfies never;
  }
}

const LARGEST_CHARGE = 300_000; // rupees: 1 % of three crore; what is more is what the fee is on

/** "The fee alone comes to a lakh": no loan is asked for, and no fee is asked about. */
function isCharge(amount: Amount, reading: Reading, { intent }: ExtractionContext): boolean {
  if (amount.value >= LARGEST_CHARGE) return false;
  return intent === 'objection_cost' || (intent !== 'ask_fees' && !hasConcept(reading, 'loan', 'want'));
}

/** "College fees" are what the loan is for. */
function feesOfOurs(reading: Reading): readonly Pull[] {
  const purposes = matchesOf(reading, 'loan_purpose');
  return concept(reading, 'fee', 1.1).filter(
    ({ match }) => !purposes.some((purpose) => isInside(match, purpose) || distanceBetween(match, purpose) <= 1),
  );
}

function propertyPulls(amount: Amount, reading: Reading, context: ExtractionContext): readonly Pull[] {
  const named = [...matchesOf(reading, 'property_type'), ...concept(reading, 'property', 0).map(({ match }) => match)];
  return [
    ...concept(reading, 'value', 1),
    ...named.map((match) => ({ match, weight: isWorth(amount, match, reading, context) ? 1.2 : 0.55 })),
  ];
}

/** "A 1 crore house", "1 करोड़ का मकान": the property follows its worth, and no "loan" or "for" follows the property. */
function isWorth(amount: Amount, property: Match, reading: Reading, { intent }: ExtractionContext): boolean {
  const between = property.from - amount.to;
  const isLinked = between === 1 && matchesOf(reading, 'genitive').some(({ from }) => from === amount.to);
  if (between !== 0 && !isLinked) return false;
  if (matchesOf(reading, 'loan_product').some((product) => isInside(property, product))) return false;
  if (matchesOf(reading, 'loan_purpose').some((purpose) => isInside(property, purpose))) return false;
  if (concept(reading, 'loan', 0).some(({ match }) => match.from === property.to)) return false;
  const isPurpose = matchesOf(reading, 'for_purpose').some(({ from }) => from === property.to);
  return !isPurpose || intent === 'ask_eligibility' || hasConcept(reading, 'how_much');
}

function incomePulls(amount: Amount, reading: Reading): readonly Pull[] {
  const earned = concept(reading, 'income', 1.3);
  if (amount.period === null || hasConcept(reading, 'emi', 'pay') || isRunning(reading)) return earned;
  const periodic = concept(reading, amount.period, amount.period === 'month' ? 0.8 : 0.5);
  return [...earned, ...periodic, ...group(reading, 'employment_type', 0.9)];
}

function emiPulls(amount: Amount, reading: Reading): readonly Pull[] {
  const instalment = concept(reading, 'emi', 1.5);
  if (amount.period !== 'month') return instalment;
  const isRepaid = isRunning(reading) && !hasConcept(reading, 'want', 'income');
  return [...instalment, ...concept(reading, 'pay', 1.1), ...(isRepaid ? concept(reading, 'month', 1.1) : [])];
}

function outstandingPulls(reading: Reading): readonly Pull[] {
  const speaksOfLoan = hasConcept(reading, 'loan', 'emi') || matchesOf(reading, 'loan_product').length > 0;
  const existing = speaksOfLoan ? concept(reading, 'existing', hasConcept(reading, 'want') ? 1 : 1.3) : [];
  const old = speaksOfOldLoan(reading)
    ? matchesOf(reading, 'loan_purpose')
        .filter(({ value }) => value === 'debt_consolidation')
        .map((match) => ({ match, weight: 1.3 }))
    : [];
  const products = hasConcept(reading, 'want') ? [] : group(reading, 'loan_product', 0.8);
  return [...group(reading, 'existing_loan', 1.4), ...existing, ...old, ...products];
}

/** "Personal loan, 3 lakhs left": the word for loan belongs to a product, and none is asked for. */
function isRunningProduct(match: Match, reading: Reading): boolean {
  if (hasConcept(reading, 'want')) return false;
  return matchesOf(reading, 'loan_product').some((product) => isInside(match, product));
}

/** "8 lakh of an old loan is left, the instalment is 14,500" tells of a loan that runs; to be paid off it would have to be wanted. */
export function speaksOfOldLoan(reading: Reading): boolean {
  const isOwed = hasConcept(reading, 'existing', 'emi') || matchesOf(reading, 'existing_loan').length > 0;
  const isToBePaidOff =
    matchesOf(reading, 'for_purpose').length > 0 || hasConcept(reading, 'want', 'apply', 'pay', 'pledge');
  return isOwed && !isToBePaidOff;
}

function isRunning(reading: Reading): boolean {
  return matchesOf(reading, 'existing_loan').length > 0 || matchesOf(reading, 'loan_product').length > 0;
}

function concept(reading: Reading, name: string, weight: number): readonly Pull[] {
  return matchesOf(reading, 'concept')
    .filter(({ value }) => value === name)
    .map((match) => ({ match, weight }));
}

function group(reading: Reading, name: string, weight: number): readonly Pull[] {
  return matchesOf(reading, name).map((match) => ({ match, weight }));
}

/** 1 when the words touch, falling with distance, and by half for every amount and clause between. */
function nearness(amount: Stretch, cue: Stretch, reading: Reading): number {
  const from = Math.min(amount.to, cue.to);
  const to = Math.max(amount.from, cue.from);
  let barriers = reading.amounts.filter((other) => other.from >= from && other.to <= to).length;
  for (let index = from; index < to; index++) {
    const token = reading.tokens[index];
    if (token?.kind === 'mark') barriers += SENTENCE_ENDS.has(token.text) ? 2 : token.text === ',' ? 1 : 0;
  }
  barriers += matchesOf(reading, 'joiner').filter((joiner) => joiner.from >= from && joiner.to <= to).length;
  return 0.5 ** barriers / (1 + 0.25 * distanceBetween(amount, cue));
}

const SENTENCE_ENDS = new Set(['.', '!', '?', ';', '\n']);
