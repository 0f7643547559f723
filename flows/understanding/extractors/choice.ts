import type { CustomerSlot } from '@/flows/schema/slots';
import type { Match } from '../lexicon';
import { distanceBetween, isInside, matchesOf, type Reading, spanOf } from '../read-text';
import type { ExtractionContext, Extractor } from './extractor';

type ChoiceSlot = Extract<
  CustomerSlot,
  'property_type' | 'ownership_status' | 'loan_purpose' | 'employment_type' | 'urgency'
>;

/** Reads a slot with a closed list of values from the words of the lexicon: the longest phrase wins, then the first. */
export function choiceReader(slot: ChoiceSlot): Extractor {
  return (reading, context) => {
    const candidates = matchesOf(reading, slot).filter((match) => RULES[slot](match, reading, context));
    const kept = withoutDenied(candidates, reading);
    const isCorrection = matchesOf(reading, 'instead').length > 0;
    const best = [...kept].sort(
      (left, right) =>
        Number(right.exact) - Number(left.exact) ||
        Number(SPECIFIC.has(right.value)) - Number(SPECIFIC.has(left.value)) ||
        lengthOf(right) - lengthOf(left) ||
        (isCorrection ? right.from - left.from : left.from - right.from),
    )[0];
    if (best === undefined) return [];
    const confidence = (best.exact ? 0.92 : 0.7) - (new Set(kept.map(({ value }) => value)).size > 1 ? 0.15 : 0);
    return [{ slot, value: best.value, confidence, ...spanOf(reading, best.from, best.to) }];
  };
}

/** Said beside a vaguer value ("a doctor working in Pune"), these are meant. */
const SPECIFIC: ReadonlySet<string> = new Set(['professional', 'farmer', 'retired', 'homemaker', 'joint']);

/** Whether a match really states the slot; words mean other things in other company. */
const RULES: Readonly<Record<ChoiceSlot, (match: Match, reading: Reading, context: ExtractionContext) => boolean>> = {
  property_type: (match, reading, { intent }) =>
    !isCovered(match, reading, ['loan_purpose', 'loan_product', 'employment_type', 'not_a_fact']) &&
    !isBeingBought(match, reading) &&
    !(match.value === 'office' && (intent === 'ask_company' || intent === 'follow_up_later')),
  ownership_status: isAboutProperty,
  loan_purpose: (match, reading) =>
    !isCovered(match, reading, ['property_type', 'employment_type', 'loan_product']) && !isOwnTrade(match, reading),
  employment_type: (match, reading) => !isCovered(match, reading, ['loan_purpose', 'property_type']),
  urgency: (match, _reading, { intent }) => !CONTACT_INTENTS.has(intent) || match.value === 'exploring',
};

const CONTACT_INTENTS: ReadonlySet<string> = new Set(['follow_up_later', 'talk_to_human']);

/** A longer phrase of another meaning has the words: "home loan", "buy a house", "shop owner". */
function isCovered(match: Match, reading: Reading, groups: readonly string[]): boolean {
  return groups.some((group) =>
    matchesOf(reading, group).some((other) => lengthOf(other) > lengthOf(match) && isInside(match, other)),
  );
}

const TRADE_REACH = 3;
const PURPOSE_REACH = 2;

/** "I run a textile business" says what the customer does, not what the loan is for. */
function isOwnTrade(match: Match, reading: Reading): boolean {
  const isTrade = matchesOf(reading, 'employment_type').some(
    (other) => other.value === 'business_owner' && distanceBetween(match, other) <= TRADE_REACH,
  );
  const isPurpose = matchesOf(reading, 'for_purpose').some((cue) => distanceBetween(match, cue) <= PURPOSE_REACH);
  return match.value === 'business' && isTrade && !isPurpose;
}

const BUYING_REACH = 3; // tokens between "buy" and what is bought

/** A property that the customer wants to buy is not the collateral. */
export function isBeingBought(match: Match, reading: Reading): boolean {
  const buying = [
    ...matchesOf(reading, 'future_purchase'),
    ...matchesOf(reading, 'loan_purpose').filter(({ value }) => value === 'property_purchase'),
  ];
  if (buying.length === 0) return false;
  // English names what is bought after the verb, the Indian languages before it.
  const governing = buying.filter((other) =>
    reading.language === 'en' ? match.to > other.from : match.from < other.to,
  );
  const nearest = Math.min(...governing.map((other) => distanceBetween(match, other)), Number.POSITIVE_INFINITY);
  const pledges = matchesOf(reading, 'concept').filter(({ value }) => value === 'pledge' || value === 'own');
  const nearestPledge = Math.min(...pledges.map((other) => distanceBetween(match, other)), Number.POSITIVE_INFINITY);
  return nearest <= BUYING_REACH && nearest < nearestPledge;
}

const OWNING_REACH = 3;
const KIN: ReadonlySet<string> = new Set(['spouse', 'parents', 'family', 'inherited']);

/** "My father" says who owns only beside a property or a word for name; elsewhere he is just mentioned. */
function isAboutProperty(match: Match, reading: Reading, { expects }: ExtractionContext): boolean {
  if (isCovered(match, reading, ['employment_type', 'loan_purpose'])) return false;
  const mayBeOther = KIN.has(match.value) || (match.value === 'self' && lengthOf(match) === 1);
  if (!mayBeOther || expects.includes('ownership_status')) return true;
  const owning = matchesOf(reading, 'concept').filter(({ value }) => value === 'own' || value === 'property');
  return [...owning, ...matchesOf(reading, 'property_type')].some(
    (other) => distanceBetween(match, other) <= OWNING_REACH,
  );
}

/** "Not a house, a flat": a value beside a denial is gone when another is left. */
function withoutDenied(matches: readonly Match[], reading: Reading): readonly Match[] {
  if (new Set(matches.map(({ value }) => value)).size < 2) return matches;
  const denials = matchesOf(reading, 'concept').filter(({ value }) => value === 'no');
  const kept = matches.filter(
    (match) =>
      !denials.some(({ from, to }) => {
        const isEnglish = /^(not|no)$/.test(reading.tokens[from]?.text ?? '');
        return isEnglish ? match.from >= to && match.from - to <= 1 : from === match.to;
      }),
  );
  return kept.length > 0 ? kept : matches;
}

function lengthOf({ from, to }: Match): number {
  return to - from;
}
