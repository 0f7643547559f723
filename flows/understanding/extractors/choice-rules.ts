import type { CustomerSlot } from '@/flows/schema/slots';
import type { Match } from '../lexicon/match';
import { distanceBetween, hasConcept, isInside, matchesOf, type Reading } from '../read-text';
import { speaksOfOldLoan } from './amount-cues';
import type { ExtractionContext } from './extractor';

export type ChoiceSlot = Extract<
  CustomerSlot,
  'property_type' | 'ownership_status' | 'loan_purpose' | 'employment_type' | 'urgency'
>;

/** Whether a match really states the slot; words mean other things in other company. */
export function statesSlot(slot: ChoiceSlot, match: Match, reading: Reading, context: ExtractionContext): boolean {
  const isAsked = context.expects.includes(slot);
  if (!isAsked && isMerelyMentioned(slot, reading, context)) return false;
  return RULES[slot](match, reading, context);
}

type Rule = (match: Match, reading: Reading, context: ExtractionContext) => boolean;

const RULES: Readonly<Record<ChoiceSlot, Rule>> = {
  property_type: (match, reading, { intent }) =>
    !isCovered(match, reading, ['loan_purpose', 'loan_product', 'not_a_fact', 'others']) &&
    (describesProperty(reading) || !isCovered(match, reading, ['employment_type'])) &&
    !isOfOthers(match, reading) &&
    !isBeingBought(match, reading) &&
    !(match.value === 'office' && isOfficeToVisit(reading, intent)),
  ownership_status: isAboutProperty,
  loan_purpose: (match, reading, { intent }) =>
    !isCovered(match, reading, ['property_type', 'employment_type', 'loan_product', 'not_a_fact']) &&
    !isOwnTrade(match, reading) &&
    !(match.value === 'debt_consolidation' && (intent === 'ask_fees' || speaksOfOldLoan(reading))),
  employment_type: (match, reading) =>
    !(describesProperty(reading) && holdsProperty(match, reading)) &&
    !isCovered(match, reading, ['loan_purpose', 'property_type', 'not_a_fact']) &&
    !isOfOthers(match, reading),
  urgency: (match, reading, { intent, expects }) =>
    !isDeniedUrgency(match, reading) &&
    !isCovered(match, reading, ['not_a_fact']) &&
    (!CONTACT_INTENTS.has(intent) || match.value === 'exploring' || expects[0] === 'urgency'),
};

/** "Own shop in Hubballi, 60 lakh" is the property; "own shop" alone is a living. */
function describesProperty(reading: Reading): boolean {
  return (
    reading.amounts.length > 0 || ['city', 'locality', 'area'].some((group) => matchesOf(reading, group).length > 0)
  );
}

function holdsProperty(match: Match, reading: Reading): boolean {
  return matchesOf(reading, 'property_type').some((property) => isInside(property, match));
}

/** "Your office", "running to the office": in questions about us and in objections, unless it is owned, pledged or valued. */
function isOfficeToVisit(reading: Reading, intent: string): boolean {
  if (intent === 'ask_company' || intent === 'follow_up_later') return true;
  return intent.startsWith('objection') && !hasConcept(reading, 'own', 'pledge', 'value');
}

const CONTACT_INTENTS: ReadonlySet<string> = new Set(['follow_up_later', 'talk_to_human']);

/**
 * Intents with which facts of a kind are mentioned rather than told: "I'm at the hospital, call later", "will ask at
 * home", "your employee was rude". A message that also asks for the loan or gives an amount tells them all the same.
 */
const MENTIONING: Readonly<Record<ChoiceSlot, ReadonlySet<string>>> = {
  property_type: new Set([
    ...['follow_up_later', 'talk_to_human', 'complaint', 'opt_out', 'thank', 'greet', 'not_interested'],
    ...['objection_trust', 'objection_paperwork', 'change_language', 'ask_company'],
  ]),
  ownership_status: new Set(['follow_up_later', 'complaint', 'opt_out', 'thank', 'objection_trust', 'change_language']),
  loan_purpose: new Set([
    ...['follow_up_later', 'talk_to_human', 'complaint', 'opt_out', 'thank', 'not_interested', 'change_language'],
    ...['objection_trust', 'objection_existing', 'ask_company'],
  ]),
  employment_type: new Set([
    ...['follow_up_later', 'talk_to_human', 'complaint', 'opt_out', 'thank', 'not_interested', 'change_language'],
    ...['objection_trust', 'ask_company', 'ask_fees'],
  ]),
  urgency: new Set(['opt_out', 'complaint', 'not_interested', 'thank', 'change_language']),
};

function isMerelyMentioned(slot: ChoiceSlot, reading: Reading, { intent }: ExtractionContext): boolean {
  if (!MENTIONING[slot].has(intent)) return false;
  if (slot === 'urgency') return true;
  const asksForLoan = hasConcept(reading, 'loan') && hasConcept(reading, 'want', 'pledge');
  const tellsMore = ['city', 'area'].some((group) => matchesOf(reading, group).some(({ exact }) => exact));
  return !asksForLoan && !(tellsMore && intent === 'talk_to_human') && reading.amounts.length === 0;
}

/** A longer phrase of another meaning has the words: "home loan", "buy a house", "shop owner". */
function isCovered(match: Match, reading: Reading, groups: readonly string[]): boolean {
  return groups.some((group) =>
    matchesOf(reading, group).some((other) => lengthOf(other) > lengthOf(match) && isInside(match, other)),
  );
}

/** "My neighbour's house": whose it is stands just before. */
function isOfOthers(match: Match, reading: Reading): boolean {
  return matchesOf(reading, 'others').some((other) => match.from - other.to >= 0 && match.from - other.to <= 1);
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

/** "No urgency": what is denied is the hurry, unless the phrase itself says that there is none. */
function isDeniedUrgency(match: Match, reading: Reading): boolean {
  if (match.value === 'exploring') return false;
  return matchesOf(reading, 'concept').some(({ value, from, to }) => {
    if (value !== 'no') return false;
    return /^(not|no)$/.test(reading.tokens[from]?.text ?? '')
      ? match.from - to >= 0 && match.from - to <= 1
      : from - match.to >= 0 && from - match.to <= 1;
  });
}

const BUYING_REACH = 3; // tokens between "buy" and what is bought

/** A property that the customer wants to buy is not the collateral. */
export function isBeingBought(match: Match, reading: Reading): boolean {
  const buying = [
    ...matchesOf(reading, 'future_purchase'),
    ...matchesOf(reading, 'loan_purpose').filter(({ value }) => value === 'property_purchase'),
  ];
  // "கடன் வாங்கணும்": money that is taken is borrowed, not bought.
  const isBorrowed = (other: Match): boolean =>
    matchesOf(reading, 'concept').some(
      ({ value, from, to }) => (value === 'loan' || value === 'money') && (to === other.from || from === other.from),
    );
  // English names what is bought after the verb, the Indian languages before it.
  const governing = buying.filter(
    (other) => !isBorrowed(other) && (reading.language === 'en' ? match.to > other.from : match.from < other.to),
  );
  if (governing.length === 0) return false;
  const nearest = Math.min(...governing.map((other) => distanceBetween(match, other)), Number.POSITIVE_INFINITY);
  const pledges = matchesOf(reading, 'concept').filter(({ value }) => value === 'pledge' || value === 'own');
  const nearestPledge = Math.min(...pledges.map((other) => distanceBetween(match, other)), Number.POSITIVE_INFINITY);
  return nearest <= BUYING_REACH && nearest < nearestPledge;
}

const OWNING_REACH = 3;
const KIN: ReadonlySet<string> = new Set(['spouse', 'parents', 'family', 'inherited']);

/** "My father" says who owns only beside a property or a word for name; elsewhere he is just mentioned. */
function isAboutProperty(match: Match, reading: Reading, { expects }: ExtractionContext): boolean {
  if (isCovered(match, reading, ['employment_type', 'loan_purpose', 'not_a_fact', 'lender'])) return false;
  if (expects.includes('ownership_status')) return true;
  if (KIN.has(match.value) && isForKin(match, reading)) return false;
  const owning = [
    ...matchesOf(reading, 'concept').filter(({ value }) => value === 'own' || value === 'property'),
    ...matchesOf(reading, 'property_type'),
  ];
  const mayTellName = matchesOf(reading, 'name_strict').some((cue) => isInside(match, cue));
  if (KIN.has(match.value) || mayTellName || (match.value === 'self' && lengthOf(match) === 1)) {
    return owning.some(
      (other) => !(mayTellName && isInside(other, match)) && distanceBetween(match, other) <= OWNING_REACH,
    );
  }
  return match.value !== 'joint' || lengthOf(match) > 1 || owning.length > 0;
}

/** "For father's operation": kin directly before a purpose are whose need it is, unless a word for owning follows. */
function isForKin(match: Match, reading: Reading): boolean {
  const purpose = matchesOf(reading, 'loan_purpose').find(({ from }) => from >= match.to && from - match.to <= 1);
  if (purpose === undefined) return false;
  return !matchesOf(reading, 'concept').some(({ value, from }) => value === 'own' && from >= match.from);
}

export function lengthOf({ from, to }: Match): number {
  return to - from;
}
