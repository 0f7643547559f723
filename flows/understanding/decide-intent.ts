import type { Intent } from '@/flows/schema/intents';
import type { SlotName } from '@/flows/schema/slots';
import type { RankedIntent } from './classify-intent';
import type { Finding } from './extractors/extractor';
import { hasConcept, matchesOf, type Reading } from './read-text';

/** What the rules know beside the model's ranking. */
export type IntentEvidence = Readonly<{
  reading: Reading;
  ranked: readonly RankedIntent[];
  /** Whether the model has met any of the words. */
  isFamiliar: boolean;
  expects: readonly SlotName[];
  /** The text had an identity, card or account number, which no slot may hold. */
  hasSensitiveNumber: boolean;
}>;

/** What was decided, the likeliest first, and the rule that decided it; null when it was the model's own ranking. */
export type Decision = Readonly<{ ranked: readonly RankedIntent[]; rule: string | null }>;

/** Corrects the model where the contract is stricter than statistics: opt-out first, a bare yes or no, gibberish. */
export function decideIntent(evidence: IntentEvidence): Decision {
  const { ranked, reading } = evidence;
  const undecided: Decision = { ranked, rule: null };
  const certain = certainIntent(evidence);
  if (certain !== null) return promote(undecided, certain.intent, 0.95, certain.rule);
  const top = ranked[0];
  if (top === undefined) return undecided;
  if (top.intent === 'opt_out' && !mayBeOptOut(reading, top.confidence)) {
    return { ranked: demote(ranked, 'opt_out'), rule: 'noWordForStopping' };
  }
  // "Call me" wants a person now; only a time, or a reason to wait, makes it a follow-up.
  if (top.intent === 'follow_up_later' && hasConcept(reading, 'contact', 'human') && !speaksOfTime(reading)) {
    return promote(undecided, 'talk_to_human', 0.7, 'callWithoutTime');
  }
  if (top.intent === 'not_interested' && hasConcept(reading, 'later') && !hasConcept(reading, 'dont_want')) {
    return promote(undecided, 'follow_up_later', 0.7, 'laterIsNotNever');
  }
  if (evidence.hasSensitiveNumber && (isShort(reading) || !KEEPS_ITS_OWN.has(top.intent))) {
    return promote(undecided, 'inform', 0.7, 'sensitiveNumber');
  }
  if (isGibberish(evidence)) return promote(undecided, 'out_of_scope', 0.7, 'gibberish');
  return top.confidence < GUESS ? promote(undecided, 'out_of_scope', GUESS, 'guess') : undecided;
}

/** Below this the likeliest intent is a guess, and it is honest to say that the message was not understood. */
const GUESS = 0.22;

/** Once the slots are read: facts turn a vague reading into "inform", and a question beats the facts beside it. */
export function decideWithFacts(
  decision: Decision,
  findings: readonly Finding[],
  { reading, expects }: IntentEvidence,
): Decision {
  const top = decision.ranked[0];
  if (top === undefined || findings.length === 0) return decision;
  const fillsCallback = findings.some(({ slot }) => slot === 'callback_at');
  if (fillsCallback && expects.includes('callback_at') && !KEEPS_ITS_OWN.has(top.intent)) {
    const asksForCall = hasConcept(reading, 'contact', 'message');
    return promote(decision, asksForCall ? 'follow_up_later' : 'inform', 0.9, 'timeAskedFor');
  }
  const isAnswer = findings.some(({ slot }) => slot === expects[0]);
  const isBareAnswer = isAnswer && isShort(reading) && !reading.text.includes('?');
  if (isAnswer && (isBareAnswer ? !KEEPS_ITS_OWN.has(top.intent) : GIVES_WAY_TO_ANSWER.has(top.intent)))
    return promote(decision, 'inform', 0.9, 'answer');
  const hasAmount = findings.some(({ slot }) => AMOUNT_SLOTS.has(slot));
  if (hasAmount && GIVES_WAY_TO_AMOUNT.has(top.intent) && top.confidence < LIKELY)
    return promote(decision, 'inform', 0.85, 'amount');
  const saysTenure = findings.some(({ slot }) => slot === 'tenure_months');
  if (saysTenure && top.intent === 'ask_tenure' && !isAsking(reading)) {
    return promote(decision, 'inform', 0.8, 'tenure');
  }
  const isFact = findings.some(({ slot }) => !LIGHT_SLOTS.has(slot));
  if (isFact && top.confidence < DOUBTFUL && !isAsking(reading)) return promote(decision, 'inform', 0.5, 'fact');
  if (isFact && hasThreshold(top.intent) && top.confidence < GIVES_WAY_BELOW[top.intent]) {
    return promote(decision, 'inform', 0.7, 'fact');
  }
  const mayHoldQuestion = top.intent === 'inform' || (top.intent === 'interested' && top.confidence < QUITE_SURE);
  return mayHoldQuestion && !isAnswer ? (questionBesideFacts(decision, reading) ?? decision) : decision;
}

const SURE = 0.8;
const QUITE_SURE = 0.6;
const LIKELY = 0.45;
const DOUBTFUL = 0.35;

const SHORT_ANSWER = 4; // words

function isShort(reading: Reading): boolean {
  return reading.tokens.filter(({ kind }) => kind !== 'mark').length <= SHORT_ANSWER;
}

const KEEPS_ITS_OWN: ReadonlySet<Intent> = new Set(['opt_out', 'not_interested', 'talk_to_human', 'complaint']);
const AMOUNT_SLOTS: ReadonlySet<string> = new Set(['property_value', 'loan_amount_needed', 'monthly_income']);
const LIGHT_SLOTS: ReadonlySet<string> = new Set(['urgency', 'callback_at', 'language_preference', 'property_type']);
const GIVES_WAY_TO_ANSWER: ReadonlySet<Intent> = new Set([
  'greet',
  'affirm',
  'deny',
  'interested',
  'needs_more_info',
  'out_of_scope',
  'thank',
  'ask_tenure',
  'objection_existing',
  'talk_to_human',
]);
const GIVES_WAY_TO_AMOUNT: ReadonlySet<Intent> = new Set(['greet', 'affirm', 'interested', 'out_of_scope', 'thank']);
/** Vague readings give way to a fact that was read, when they are less sure than this. */
const GIVES_WAY_BELOW = { greet: 1, affirm: LIKELY, deny: LIKELY, needs_more_info: LIKELY, out_of_scope: 0.65 };

function hasThreshold(intent: Intent): intent is keyof typeof GIVES_WAY_BELOW {
  return Object.hasOwn(GIVES_WAY_BELOW, intent);
}

type Certainty = Readonly<{ intent: Intent; rule: string }>;

function certainIntent({ reading }: IntentEvidence): Certainty | null {
  const words = reading.tokens.filter(({ kind }) => kind !== 'mark');
  if (words.length === 0) return emojiIntent(reading);
  if (words.every(({ kind }) => kind === 'number')) return { intent: 'inform', rule: 'onlyNumbers' };
  if (isWholly(reading, 'stop', 3) && !hasConcept(reading, 'loan', 'property'))
    return { intent: 'opt_out', rule: 'stop' };
  if (hasConcept(reading, 'stop') && hasConcept(reading, 'message', 'contact') && !hasConcept(reading, 'later')) {
    return { intent: 'opt_out', rule: 'stopMessages' };
  }
  const bare = BARE.find(({ concept, longest }) => words.length <= longest && isWholly(reading, concept, longest));
  if (bare !== undefined) return { intent: bare.intent, rule: `bare:${bare.concept}` };
  if (words.length <= LONGEST_BARE_FACT && isBareFact(reading)) return { intent: 'inform', rule: 'bareFact' };
  return reading.numbers.length === 0 ? bareTopic(reading) : null;
}

const LONGEST_BARE_FACT = 3; // words

/** "Near Nagpur", "own house": every word tells a fact or where it is, and nothing is asked. */
function isBareFact(reading: Reading): boolean {
  if (reading.text.includes('?')) return false;
  const facts = BARE_FACTS.flatMap((group) => matchesOf(reading, group)).filter(({ exact }) => exact);
  const fillers = FILLERS.flatMap((group) => matchesOf(reading, group));
  const isCovered = (index: number): boolean =>
    [...facts, ...fillers].some(({ from, to }) => from <= index && index < to);
  return facts.length > 0 && reading.tokens.every(({ kind }, index) => kind === 'mark' || isCovered(index));
}

const BARE_FACTS = ['city', 'locality', 'property_type', 'employment_type', 'area'];
const FILLERS = ['location', 'name_filler'];

/** Short texts that say one thing only, with the most words that they may have. */
const BARE: readonly Readonly<{ concept: string; longest: number; intent: Intent }>[] = [
  { concept: 'greet', longest: 3, intent: 'greet' },
  { concept: 'thank', longest: 4, intent: 'thank' },
  { concept: 'dont_want', longest: 3, intent: 'not_interested' },
  { concept: 'yes', longest: 2, intent: 'affirm' },
  { concept: 'no', longest: 2, intent: 'deny' },
];

/** "Documents?", "interest rate": a topic and nothing else is a question about it. */
function bareTopic(reading: Reading): Certainty | null {
  const asked = ASKED.find(([concept]) => isWholly(reading, concept, 2));
  return asked === undefined ? null : { intent: asked[1], rule: `bare:${asked[0]}` };
}

const PEOPLE = /^(sir|madam|ji|andi|anna|bhai|garu|bro|please|plz|pls|saar|mam|sar|ree|ri|guru|akka|team)$/;

/** Whether every word of a short text has this meaning, or is a way to address someone. */
function isWholly(reading: Reading, concept: string, longest: number): boolean {
  const matches = matchesOf(reading, 'concept').filter(({ value }) => value === concept);
  if (matches.length === 0) return false;
  const words = reading.tokens.flatMap((token, index) => (token.kind === 'mark' ? [] : [{ token, index }]));
  return (
    words.length <= longest + 1 &&
    words.every(
      ({ token, index }) => PEOPLE.test(token.text) || matches.some(({ from, to }) => from <= index && index < to),
    )
  );
}

function emojiIntent(reading: Reading): Certainty | null {
  const mood = matchesOf(reading, 'polarity')[0]?.value;
  if (mood === undefined) return null;
  const thanks = reading.text.includes('🙏') || reading.text.includes('❤');
  const intent = mood === 'positive' ? (thanks ? 'thank' : 'affirm') : mood === 'negative' ? 'deny' : 'out_of_scope';
  return { intent, rule: 'emoji' };
}

/** High stakes: only when the customer really speaks of stopping. */
function mayBeOptOut(reading: Reading, confidence: number): boolean {
  if (hasConcept(reading, 'stop')) return true;
  return confidence >= (hasConcept(reading, 'message', 'contact') ? QUITE_SURE : SURE);
}

function speaksOfTime(reading: Reading): boolean {
  const named = ['day', 'weekday', 'dayPart', 'clock', 'next', 'unit', 'month'];
  return hasConcept(reading, 'later', 'think', 'busy') || named.some((group) => matchesOf(reading, group).length > 0);
}

/** No word that any lexicon knows or the model has met, no number: nothing to act on. */
function isGibberish({ reading, isFamiliar }: IntentEvidence): boolean {
  const hasMeaning = Object.keys(reading.matches).some((group) => !EMPTY_GROUPS.has(group));
  return !isFamiliar && !hasMeaning && reading.numbers.length === 0;
}

const EMPTY_GROUPS: ReadonlySet<string> = new Set(['location', 'joiner', 'name_filler', 'question', 'after', 'this']);

const LEAST_LIKELY = 0.1;

function isAsking(reading: Reading): boolean {
  return (
    reading.text.includes('?') ||
    hasConcept(reading, 'how_much', 'what', 'how', 'when', 'eligibility', 'yes_no_question')
  );
}

const ASKED: readonly (readonly [string, Intent])[] = [
  ['rate', 'ask_rate'],
  ['emi', 'ask_emi'],
  ['fee', 'ask_fees'],
  ['document', 'ask_documents'],
  ['eligibility', 'ask_eligibility'],
  ['process', 'ask_process'],
  ['tenure', 'ask_tenure'],
];

function questionBesideFacts(decision: Decision, reading: Reading): Decision | null {
  if (hasConcept(reading, 'info') && confidenceOf(decision, 'needs_more_info') >= LEAST_LIKELY) {
    return promote(decision, 'needs_more_info', 0.6, 'questionBesideFacts');
  }
  if (!isAsking(reading)) return null;
  const asked = ASKED.find(([concept]) => hasConcept(reading, concept));
  if (asked !== undefined && (reading.text.includes('?') || confidenceOf(decision, asked[1]) >= LEAST_LIKELY)) {
    return promote(decision, asked[1], 0.75, 'questionBesideFacts');
  }
  const likely = decision.ranked.find(({ intent }) => intent.startsWith('ask_'));
  if (likely === undefined || likely.confidence < LEAST_LIKELY) return null;
  return promote(decision, likely.intent, 0.6, 'questionBesideFacts');
}

function promote(decision: Decision, intent: Intent, confidence: number, rule: string): Decision {
  const { ranked } = decision;
  const promoted = Math.max(confidenceOf(decision, intent), confidence);
  const rest = ranked.filter((candidate) => candidate.intent !== intent);
  const restSum = rest.reduce((sum, candidate) => sum + candidate.confidence, 0) || 1;
  const shrunk = rest.map((candidate) => ({
    ...candidate,
    confidence: (candidate.confidence / restSum) * (1 - promoted),
  }));
  return { ranked: [{ intent, confidence: promoted }, ...shrunk], rule };
}

function confidenceOf({ ranked }: Decision, intent: Intent): number {
  return ranked.find((candidate) => candidate.intent === intent)?.confidence ?? 0;
}

function demote(ranked: readonly RankedIntent[], intent: Intent): readonly RankedIntent[] {
  const rest = ranked.filter((candidate) => candidate.intent !== intent);
  const demoted = ranked.filter((candidate) => candidate.intent === intent);
  return [...rest, ...demoted.map((candidate) => ({ ...candidate, confidence: 0 }))];
}
