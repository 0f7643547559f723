import type { Intent } from '@/flows/schema/intents';
import type { SlotName } from '@/flows/schema/slots';
import type { RankedIntent } from './classify-intent';
import type { Finding } from './extractors/extractor';
import { hasConcept, matchesOf, type Reading } from './read-text';

/** What the rules know beside the model's ranking. */
export type IntentEvidence = Readonly<{
  reading: Reading;
  ranked: readonly RankedIntent[];
  expects: readonly SlotName[];
  /** The text had an identity, card or account number, which no slot may hold. */
  hasSensitiveNumber: boolean;
}>;

/** Corrects the model where the contract is stricter than statistics: opt-out first, a bare yes or no, gibberish. */
export function decideIntent(evidence: IntentEvidence): readonly RankedIntent[] {
  const { ranked, reading } = evidence;
  const certain = certainIntent(evidence);
  if (certain !== null) return promote(ranked, certain, 0.95);
  const top = ranked[0];
  if (top === undefined) return ranked;
  if (top.intent === 'opt_out' && !mayBeOptOut(reading, top.confidence)) return demote(ranked, 'opt_out');
  // "Call me" wants a person now; only a time, or a reason to wait, makes it a follow-up.
  if (top.intent === 'follow_up_later' && hasConcept(reading, 'contact', 'human') && !speaksOfTime(reading)) {
    return promote(ranked, 'talk_to_human', 0.7);
  }
  if (evidence.hasSensitiveNumber && SUPPLIES_NUMBER.has(top.intent)) return promote(ranked, 'inform', 0.7);
  if (top.confidence < UNSURE && isGibberish(reading)) return promote(ranked, 'out_of_scope', 0.7);
  return top.confidence < GUESS ? promote(ranked, 'out_of_scope', GUESS) : ranked;
}

/** Below this the likeliest intent is a guess, and it is honest to say that the message was not understood. */
const GUESS = 0.22;

/** Once the slots are read: facts turn a vague reading into "inform", and a question beats the facts beside it. */
export function decideWithFacts(
  ranked: readonly RankedIntent[],
  findings: readonly Finding[],
  { reading, expects }: IntentEvidence,
): readonly RankedIntent[] {
  const top = ranked[0];
  if (top === undefined || findings.length === 0) return ranked;
  const fillsCallback = findings.some(({ slot }) => slot === 'callback_at');
  if (fillsCallback && expects.includes('callback_at') && !KEEPS_ITS_OWN.has(top.intent)) {
    return promote(ranked, 'follow_up_later', 0.9);
  }
  const isAnswer = findings.some(({ slot }) => slot === expects[0]);
  if (isAnswer && GIVES_WAY_TO_ANSWER.has(top.intent)) return promote(ranked, 'inform', 0.9);
  const hasAmount = findings.some(({ slot }) => AMOUNT_SLOTS.has(slot));
  if (hasAmount && GIVES_WAY_TO_AMOUNT.has(top.intent)) return promote(ranked, 'inform', 0.85);
  const isLoanFact = findings.some(({ slot, value }) => slot === 'current_emi' || isLoanBalance(slot, value));
  if (isLoanFact && top.intent === 'objection_existing') return promote(ranked, 'inform', 0.75);
  const saysTenure = findings.some(({ slot }) => slot === 'tenure_months');
  if (saysTenure && (top.intent === 'ask_tenure' || top.intent === 'ask_emi') && !isAsking(reading)) {
    return promote(ranked, 'inform', 0.8);
  }
  const isFact = findings.some(({ slot }) => !LIGHT_SLOTS.has(slot));
  if (isFact && GIVES_WAY_TO_FACT.has(top.intent) && !(top.confidence > UNSURE && top.intent === 'out_of_scope'))
    return promote(ranked, 'inform', 0.7);
  if (top.intent === 'inform') return questionBesideFacts(ranked, reading) ?? ranked;
  return ranked;
}

const UNSURE = 0.6;
const SURE = 0.9;

/** Rupees outstanding, or that there is no loan; the mere kind of loan is an objection more often than an answer. */
function isLoanBalance(slot: string, value: unknown): boolean {
  return slot === 'current_loans' && (typeof value === 'number' || value === 'none');
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
const GIVES_WAY_TO_FACT: ReadonlySet<Intent> = new Set(['greet', 'affirm', 'out_of_scope']);

const SUPPLIES_NUMBER: ReadonlySet<Intent> = new Set([
  'ask_documents',
  'ask_company',
  'out_of_scope',
  'greet',
  'affirm',
]);

function certainIntent({ reading }: IntentEvidence): Intent | null {
  const words = reading.tokens.filter(({ kind }) => kind !== 'mark');
  if (words.length === 0) return reading.matches.polarity === undefined ? null : emojiIntent(reading);
  if (words.every(({ kind }) => kind === 'number')) return 'inform';
  if (isWholly(reading, 'stop', 3) && !hasConcept(reading, 'loan', 'property')) return 'opt_out';
  if (hasConcept(reading, 'stop') && hasConcept(reading, 'message', 'contact') && !hasConcept(reading, 'later')) {
    return 'opt_out';
  }
  if (words.length <= 3 && isWholly(reading, 'greet', 3)) return 'greet';
  if (words.length <= 4 && isWholly(reading, 'thank', 4)) return 'thank';
  if (words.length <= 3 && isWholly(reading, 'dont_want', 3)) return 'not_interested';
  if (words.length <= 2 && isWholly(reading, 'yes', 2)) return 'affirm';
  if (words.length <= 2 && isWholly(reading, 'no', 2)) return 'deny';
  return reading.numbers.length === 0 ? bareTopic(reading) : null;
}

/** "Documents?", "interest rate": a topic and nothing else is a question about it. */
function bareTopic(reading: Reading): Intent | null {
  return ASKED.find(([concept]) => isWholly(reading, concept, 2))?.[1] ?? null;
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

function emojiIntent(reading: Reading): Intent | null {
  const mood = matchesOf(reading, 'polarity')[0]?.value;
  if (mood === 'positive') return reading.text.includes('🙏') || reading.text.includes('❤') ? 'thank' : 'affirm';
  return mood === 'negative' ? 'deny' : 'out_of_scope';
}

/** High stakes: only when the customer really speaks of stopping. */
function mayBeOptOut(reading: Reading, confidence: number): boolean {
  if (hasConcept(reading, 'stop')) return true;
  const speaksOfMessages = hasConcept(reading, 'message', 'contact');
  return speaksOfMessages && (hasConcept(reading, 'no', 'dont_want') || confidence >= SURE);
}

function speaksOfTime(reading: Reading): boolean {
  const named = ['day', 'weekday', 'dayPart', 'clock', 'next', 'unit', 'month'];
  return hasConcept(reading, 'later', 'think', 'busy') || named.some((group) => matchesOf(reading, group).length > 0);
}

/** No word that any lexicon knows, no number: nothing to act on. */
function isGibberish(reading: Reading): boolean {
  const hasMeaning = Object.keys(reading.matches).some((group) => !EMPTY_GROUPS.has(group));
  return !hasMeaning && reading.numbers.length === 0;
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

function questionBesideFacts(ranked: readonly RankedIntent[], reading: Reading): readonly RankedIntent[] | null {
  if (!isAsking(reading)) return null;
  const asked = ASKED.find(([concept]) => hasConcept(reading, concept));
  if (asked !== undefined) return promote(ranked, asked[1], 0.75);
  const likely = ranked.find(({ intent }) => intent.startsWith('ask_'));
  return likely !== undefined && likely.confidence >= LEAST_LIKELY ? promote(ranked, likely.intent, 0.6) : null;
}

function promote(ranked: readonly RankedIntent[], intent: Intent, confidence: number): readonly RankedIntent[] {
  const known = ranked.find((candidate) => candidate.intent === intent)?.confidence ?? 0;
  const promoted = Math.max(known, confidence);
  const rest = ranked.filter((candidate) => candidate.intent !== intent);
  const restSum = rest.reduce((sum, candidate) => sum + candidate.confidence, 0) || 1;
  return [
    { intent, confidence: promoted },
    ...rest.map((candidate) => ({ ...candidate, confidence: (candidate.confidence / restSum) * (1 - promoted) })),
  ];
}

function demote(ranked: readonly RankedIntent[], intent: Intent): readonly RankedIntent[] {
  const rest = ranked.filter((candidate) => candidate.intent !== intent);
  const demoted = ranked.filter((candidate) => candidate.intent === intent);
  return [...rest, ...demoted.map((candidate) => ({ ...candidate, confidence: 0 }))];
}
