import { ltv } from '@/flows/calculations/ltv';
import { interestAfterSilence } from '@/flows/engine/interest';
import type { Session } from '@/flows/schema/session';
import type { SlotName, SlotValue } from '@/flows/schema/slots';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import { isOptOut } from '../consent/opt-out';

/** How ready a contact is for an officer: 0..100 and what it is made of. */
export type LeadScore = { readonly score: number; readonly reasons: readonly LeadReason[] };

/** One part of a score. `code` is stable; `value` is what it was judged by (a percentage, a count, a slot's value). */
export type LeadReason = {
  readonly code: 'interest' | 'facts' | 'ltv' | 'foir' | 'urgency' | 'recency' | 'refused';
  readonly points: number;
  readonly value: SlotValue | null;
};

/**
 * Scores a session from what it knows. The points of the parts add up to 100 at best: interest 35, facts 25, loan to
 * value 15, room for the instalment 10, urgency 10, recency 5. Who has refused scores at most 5.
 */
export function scoreLead(session: Session, facts: ProductFacts, nowMs: number): LeadScore {
  const silentDays = Math.max(0, nowMs - Date.parse(session.updatedAt)) / DAY_MS;
  const value = (slot: SlotName) => (Object.hasOwn(session.slots, slot) ? session.slots[slot]?.value : undefined);
  const interest = interestAfterSilence(session.interest, silentDays);
  const reasons: LeadReason[] = [
    { code: 'interest', points: Math.round(interest * 35), value: Math.round(interest * 100) },
    knownFacts(value),
    loanToValue(value, facts),
    roomForInstalment(value, facts),
    urgency(value('urgency')),
    { code: 'recency', points: Math.round(5 * 0.5 ** (silentDays / 7)), value: Math.floor(silentDays) },
  ];
  const sum = reasons.reduce((total, reason) => total + reason.points, 0);
  const hasRefused = Object.entries(session.consents).some(
    ([purpose, status]) => status === 'withdrawn' && isOptOut(purpose),
  );
  const told = reasons.filter((reason) => reason.value !== null);
  if (!hasRefused) return { score: clamp(sum), reasons: told };
  return { score: Math.min(5, clamp(sum)), reasons: [...told, { code: 'refused', points: 0, value: true }] };
}

const DAY_MS = 86_400_000;

type Values = (slot: SlotName) => SlotValue | undefined;

/** What an officer asks first (lap-flow: property, value, amount, purpose, income). */
const wanted = [
  'property_type',
  'property_location',
  'property_value',
  'loan_amount_needed',
  'loan_purpose',
  'monthly_income',
  'employment_type',
  'tenure_months',
  'name',
] as const;

function knownFacts(value: Values): LeadReason {
  const known = wanted.filter((slot) => value(slot) !== undefined).length;
  return { code: 'facts', points: Math.round((25 * known) / wanted.length), value: known };
}

function loanToValue(value: Values, facts: ProductFacts): LeadReason {
  const type = String(value('property_type') ?? '');
  if (facts.types_not_accepted.includes(type)) return { code: 'ltv', points: -10, value: type };
  const percent = ltv(amountOf(value('loan_amount_needed')), amountOf(value('property_value')));
  if (percent === null) return { code: 'ltv', points: 0, value: null };
  const most = mostLent(type, facts);
  return { code: 'ltv', points: percent <= most ? 15 : percent <= most + 15 ? 5 : 0, value: Math.round(percent) };
}

function mostLent(type: string, facts: ProductFacts): number {
  if (facts.residential_types.includes(type)) return facts.ltv_residential;
  if (facts.commercial_types.includes(type)) return facts.ltv_commercial;
  return facts.plot_types.includes(type) ? facts.ltv_plot : facts.ltv_min;
}

/** Whether the instalments that are paid already leave room: their share of the income against the most allowed (FOIR). */
function roomForInstalment(value: Values, facts: ProductFacts): LeadReason {
  const income = amountOf(value('monthly_income'));
  if (!(income > 0)) return { code: 'foir', points: 0, value: null };
  const paid = amountOf(value('current_emi') ?? 0);
  const share = Math.round((100 * paid) / income);
  const isEnough = income >= facts.income_min_inr && share < facts.foir;
  return { code: 'foir', points: isEnough ? Math.round(10 * (1 - share / facts.foir)) : 0, value: share };
}

const urgencyPoints: Readonly<Record<string, number>> = {
  immediate: 10,
  this_month: 8,
  one_to_three_months: 5,
  exploring: 1,
};

function urgency(value: SlotValue | undefined): LeadReason {
  return { code: 'urgency', points: urgencyPoints[String(value)] ?? 0, value: value ?? null };
}

function amountOf(value: SlotValue | undefined): number {
  return typeof value === 'number' ? value : Number.NaN;
}

function clamp(points: number): number {
  return Math.min(100, Math.max(0, points));
}
