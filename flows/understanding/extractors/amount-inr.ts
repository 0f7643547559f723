import type { CustomerSlot } from '@/flows/schema/slots';
import type { Amount } from '../amounts';
import { distanceBetween, hasConcept, matchesOf, type Reading, type Stretch, spanOf } from '../read-text';
import type { ExtractionContext, Extractor, Finding } from './extractor';

type AmountSlot = Extract<
  CustomerSlot,
  'property_value' | 'loan_amount_needed' | 'monthly_income' | 'current_emi' | 'current_loans'
>;

/** Gives each amount of a text to the slot whose words stand nearest; a bare amount goes to the slot that was asked for. */
export const readAmounts: Extractor = (reading, context) => {
  const amounts = withoutTakenBack(reading)
    .filter((amount) => isAccepted(amount, reading, context))
    .slice(0, MOST_AMOUNTS);
  if (amounts.length === 0) return [];
  const scores = amounts.flatMap((amount) =>
    SLOTS.map((slot) => ({ amount, slot, score: scoreOf(amount, slot, reading, context) })),
  );
  const findings: Finding[] = [];
  const taken = new Set<unknown>();
  for (const { amount, slot, score } of scores.sort((left, right) => right.score - left.score)) {
    if (score < LOWEST_SCORE || taken.has(amount) || taken.has(slot)) continue;
    taken.add(amount).add(slot);
    findings.push(toFinding(amount, slot, score, reading));
  }
  return findings;
};

const SLOTS: readonly AmountSlot[] = [
  'property_value',
  'loan_amount_needed',
  'monthly_income',
  'current_emi',
  'current_loans',
];
const LOWEST_SCORE = 0.1;
const MOST_AMOUNTS = 10; // of one turn; more is no message of a customer
const MONTHS_IN_YEAR = 12;

type Cue = Readonly<{ group: string; value?: string; weight: number }>;

/** Words that draw an amount to a slot, and how strongly when they touch it. */
const CUES: Readonly<Record<AmountSlot, readonly Cue[]>> = {
  property_value: [
    { group: 'concept', value: 'value', weight: 1 },
    { group: 'concept', value: 'property', weight: 0.5 },
    { group: 'property_type', weight: 0.55 },
  ],
  loan_amount_needed: [
    { group: 'concept', value: 'loan', weight: 0.9 },
    { group: 'concept', value: 'want', weight: 0.85 },
    { group: 'loan_purpose', weight: 0.6 },
  ],
  monthly_income: [{ group: 'concept', value: 'income', weight: 1.3 }],
  current_emi: [{ group: 'concept', value: 'emi', weight: 1.2 }],
  current_loans: [{ group: 'existing_loan', weight: 1.4 }],
};

function scoreOf(amount: Amount, slot: AmountSlot, reading: Reading, context: ExtractionContext): number {
  if (!isPlausible(amount, slot, reading, context)) return 0;
  const strongest = CUES[slot]
    .flatMap((cue) =>
      matchesOf(reading, cue.group)
        .filter(({ value }) => cue.value === undefined || cue.value === value)
        .map((match) => cue.weight * nearness(amount, match, reading)),
    )
    .reduce((highest, score) => Math.max(highest, score), 0);
  const place = context.expects.indexOf(slot);
  const asked = place === 0 ? 0.45 : place > 0 ? 0.2 : 0;
  return strongest + asked + (slot === 'loan_amount_needed' ? 0.15 : slot === 'property_value' ? 0.1 : 0);
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

function isPlausible(amount: Amount, slot: AmountSlot, reading: Reading, context: ExtractionContext): boolean {
  switch (slot) {
    case 'monthly_income':
      return amount.value < 100_000_000;
    case 'current_emi':
      return amount.value <= 2_000_000 && !ASKING_EMI.has(context.intent);
    case 'loan_amount_needed':
      return amount.value >= 10_000 && !(amount.period === 'month' && !hasConcept(reading, 'loan', 'want'));
    case 'property_value':
      return amount.value >= 50_000 && amount.period === null;
    case 'current_loans':
      return amount.period === null;
    default:
      return slot satisfies never;
  }
}

const ASKING_EMI: ReadonlySet<string> = new Set(['ask_emi', 'ask_eligibility']);

/** Plain digits count as an amount only when an amount was asked for, or words for one stand beside them. */
function isAccepted(amount: Amount, reading: Reading, context: ExtractionContext): boolean {
  if (amount.isSure) return true;
  const first = context.expects[0];
  if (first !== undefined && SLOTS.some((slot) => slot === first)) return true;
  return SLOTS.some((slot) =>
    CUES[slot].some((cue) =>
      matchesOf(reading, cue.group).some(
        (match) =>
          (cue.value === undefined || cue.value === match.value) &&
          cue.weight >= 0.85 &&
          distanceBetween(amount, match) <= 3,
      ),
    ),
  );
}

/** "Not 80 lakhs, 60 lakhs": an amount that is denied beside another one is gone. */
function withoutTakenBack({ amounts, ...rest }: Reading): readonly Amount[] {
  if (amounts.length < 2) return amounts;
  const denials = (rest.matches.concept ?? []).filter(({ value }) => value === 'no');
  const kept = amounts.filter(
    (amount) =>
      !denials.some(({ from, to }) =>
        ENGLISH_ORDER.has(rest.tokens[from]?.text ?? '') ? to === amount.from : from === amount.to,
      ),
  );
  return kept.length > 0 ? kept : amounts;
}

const ENGLISH_ORDER: ReadonlySet<string> = new Set(['not', 'no']);

function toFinding(amount: Amount, slot: AmountSlot, score: number, reading: Reading): Finding {
  const isYearlyIncome = slot === 'monthly_income' && amount.period === 'year';
  const value = Math.round(isYearlyIncome ? amount.value / MONTHS_IN_YEAR : amount.value);
  const confidence = Math.min(0.98, 0.6 + score * 0.35) * (amount.isSure ? 1 : 0.85);
  return { slot, value, confidence, ...spanOf(reading, amount.from, amount.to) };
}
