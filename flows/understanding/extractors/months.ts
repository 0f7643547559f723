import type { Duration } from '../numbers/fused-durations';
import { distanceBetween, hasConcept, isInside, matchesOf, type Reading, spanOf } from '../read-text';
import type { ExtractionContext, Extractor } from './extractor';

/** Reads for how long the loan is wanted, in months, from a number with a unit; a bare number answers the question. */
export const readTenure: Extractor = (reading, context) => {
  const isAsked = context.expects[0] === 'tenure_months';
  const durations = durationsOf(reading);
  for (const [index, { value, unit, from, to }] of durations.entries()) {
    const rest = durations[index + 1];
    // "2 years 6 months"
    const isSplit = unit === 'year' && rest?.unit === 'month' && rest.from - to <= 1 && rest.value < 12;
    const months = Math.round(unit === 'year' ? value * 12 : value) + (isSplit ? rest.value : 0);
    const span = { value, unit, from, to: isSplit ? rest.to : to };
    if (!isTenure(months) || isSomethingElse(reading, span, context)) continue;
    return [finding(reading, span, months, isAsked ? 0.95 : 0.85)];
  }
  const number = reading.numbers[0];
  const isBareAnswer = isAsked && durations.length === 0 && reading.numbers.length === 1 && isAlone(reading);
  if (number === undefined || !isBareAnswer || number.magnitude > 1) return [];
  const months = number.value <= LONGEST_YEARS ? number.value * 12 : number.value;
  return isTenure(months) ? [finding(reading, number, months, 0.75)] : [];
};

const LONGEST_YEARS = 40;
const SHORTEST_MONTHS_UNASKED = 12;

/** Numbers with a unit of time after them, and words that are both, in the order of the text. */
function durationsOf(reading: Reading): readonly Duration[] {
  const counted = reading.numbers.flatMap((number): Duration[] => {
    const unit = matchesOf(reading, 'unit').find(
      ({ from, value }) => from === number.to + hyphenAt(reading, number.to) && (value === 'year' || value === 'month'),
    );
    if (unit === undefined || number.magnitude > 1) return [];
    return [{ value: number.value, unit: unit.value === 'year' ? 'year' : 'month', from: number.from, to: unit.to }];
  });
  return [...counted, ...reading.durations].sort((left, right) => left.from - right.from);
}

/** "15-year loan" */
function hyphenAt(reading: Reading, at: number): number {
  return reading.tokens[at]?.text === '-' ? 1 : 0;
}

function finding(
  reading: Reading,
  { from, to }: Readonly<{ from: number; to: number }>,
  value: number,
  confidence: number,
) {
  return { slot: 'tenure_months' as const, value, confidence, ...spanOf(reading, from, to) };
}

function isTenure(months: number): boolean {
  return Number.isInteger(months) && months >= 1 && months <= LONGEST_YEARS * 12;
}

/** "After 2 months", "within 3 months", "10 years old", "30 years EC" and "2 months EMI" are no tenure. */
function isSomethingElse(reading: Reading, duration: Duration, { expects, intent }: ExtractionContext): boolean {
  if (expects[0] === 'tenure_months') return false;
  if (NOT_ABOUT_THE_LOAN.has(intent)) return true;
  const { to } = duration;
  if (matchesOf(reading, 'urgency').some((urgency) => isInside(duration, urgency))) return true;
  if (isBeside(reading, duration, 'age_or_past') || isAge(reading, duration) || isOfPapersOrIncome(reading, duration)) {
    return true;
  }
  const isFew = duration.unit === 'month' && duration.value < SHORTEST_MONTHS_UNASKED;
  const later = matchesOf(reading, 'after').some(
    (after) => reading.tokens[after.from]?.text !== 'in' && after.from === to && isWaiting(reading, intent),
  );
  return later || (isFew && !hasConcept(reading, 'tenure', 'emi', 'loan'));
}

const NOT_ABOUT_THE_LOAN: ReadonlySet<string> = new Set([
  ...['follow_up_later', 'talk_to_human', 'complaint', 'objection_paperwork', 'objection_trust', 'objection_existing'],
  ...['opt_out', 'not_interested', 'out_of_scope', 'thank', 'ask_documents'],
]);

/** "Later" is waited for, unless the tenure itself is spoken of ("close it after 10 years"). */
function isWaiting(reading: Reading, intent: string): boolean {
  return intent !== 'ask_emi' && intent !== 'ask_tenure' && !hasConcept(reading, 'tenure');
}

/** "I am 45 years", "35 साल का हूँ": between the words for "I" and "am". */
function isAge(reading: Reading, { from, to }: Duration): boolean {
  const isSelf = matchesOf(reading, 'name_is').some((match) => match.to === from);
  const isOf = matchesOf(reading, 'genitive').some((match) => match.from === to);
  const isAm = matchesOf(reading, 'name_filler').some((match) => match.from === to + 1);
  return isSelf || (isOf && isAm);
}

function isBeside(reading: Reading, stretch: Duration, group: string): boolean {
  return matchesOf(reading, group).some((match) => distanceBetween(match, stretch) <= 2);
}

/** "3 years ITR", "6 months bank statement", "2 years of service". */
function isOfPapersOrIncome(reading: Reading, { to }: Duration): boolean {
  return matchesOf(reading, 'concept').some(
    ({ value, from }) => (value === 'document' || value === 'income') && from >= to && from - to <= 1,
  );
}

function isAlone(reading: Reading): boolean {
  return reading.tokens.filter(({ kind }) => kind !== 'mark').length <= 3;
}
