import type { Intent } from '@/flows/schema/intents';
import type { Finding } from '../extractors/extractor';
import { hasConcept, isShort } from '../read-text';
import { ASKED, isAsking } from './asked-topics';
import { confidenceOf, type Decision, type IntentEvidence, promote } from './decision';

/** Once the slots are read: facts turn a vague reading into "inform", and a question beats the facts beside it. */
export function decideWithFacts(decision: Decision, findings: readonly Finding[], evidence: IntentEvidence): Decision {
  const top = decision.ranked[0];
  if (top === undefined || findings.length === 0) return decision;
  const known = { ...evidence, decision, findings, ...top };
  for (const rule of RULES) {
    const decided = rule(known);
    if (decided !== null) return decided;
  }
  return decision;
}

type Known = IntentEvidence &
  Readonly<{ decision: Decision; findings: readonly Finding[]; intent: Intent; confidence: number }>;
type Rule = (known: Known) => Decision | null;

const LIKELY = 0.45;
const QUITE_SURE = 0.6;
const SURE = 0.8;
const DOUBTFUL = 0.35;

const answersWhen: Rule = ({ decision, findings, intent, expects, reading }) => {
  const isAsked = expects.includes('callback_at') && findings.some(({ slot }) => slot === 'callback_at');
  if (!isAsked || KEEPS_ITS_OWN.has(intent)) return null;
  const asksForCall = hasConcept(reading, 'contact', 'message');
  return promote(decision, asksForCall ? 'follow_up_later' : 'inform', 0.9, 'timeAskedFor');
};

const answersWhatWasAsked: Rule = (known) => {
  const { decision, intent, reading } = known;
  if (!isAnswer(known)) return null;
  const isBare = isShort(reading) && !reading.text.includes('?');
  const givesWay = isBare ? !KEEPS_ITS_OWN.has(intent) : GIVES_WAY_TO_ANSWER.has(intent);
  return givesWay ? promote(decision, 'inform', 0.9, 'answer') : null;
};

const tellsAmount: Rule = ({ decision, findings, intent, confidence }) => {
  const hasAmount = findings.some(({ slot }) => AMOUNT_SLOTS.has(slot));
  const givesWay = GIVES_WAY_TO_AMOUNT.has(intent) && confidence < LIKELY;
  return hasAmount && givesWay ? promote(decision, 'inform', 0.85, 'amount') : null;
};

/** "No, not 80, make it 60 lakh": two numbers and a denial, and no word of what is too much. */
const correctsAmount: Rule = ({ decision, findings, intent, reading }) => {
  const hasAmount = findings.some(({ slot }) => AMOUNT_SLOTS.has(slot));
  const mayCorrect = intent === 'deny' || intent === 'objection_cost';
  if (!hasAmount || !mayCorrect || reading.numbers.length < 2 || !hasConcept(reading, 'no')) return null;
  if (hasConcept(reading, 'high', 'low', 'rate', 'fee', 'emi')) return null;
  return promote(decision, 'inform', 0.8, 'correction');
};

const tellsTenure: Rule = ({ decision, findings, intent, confidence, reading }) => {
  const saysTenure = findings.some(({ slot }) => slot === 'tenure_months');
  return saysTenure && intent === 'ask_tenure' && confidence < SURE && !isAsking(reading)
    ? promote(decision, 'inform', 0.8, 'tenure')
    : null;
};

const tellsFact: Rule = ({ decision, findings, intent, confidence, reading }) => {
  if (!findings.some(({ slot }) => !LIGHT_SLOTS.has(slot))) return null;
  if (confidence < DOUBTFUL && !isAsking(reading)) return promote(decision, 'inform', 0.5, 'fact');
  const limit = hasLimit(intent) ? GIVES_WAY_BELOW[intent] : 0;
  return confidence < limit ? promote(decision, 'inform', 0.7, 'fact') : null;
};

const asksBesideFacts: Rule = (known) => {
  const { decision, intent, confidence, reading } = known;
  const mayHoldQuestion = intent === 'inform' || (intent === 'interested' && confidence < QUITE_SURE);
  if (!mayHoldQuestion || isAnswer(known)) return null;
  if (hasConcept(reading, 'info') && confidenceOf(decision, 'needs_more_info') >= LEAST_LIKELY) {
    return promote(decision, 'needs_more_info', 0.6, 'questionBesideFacts');
  }
  if (!isAsking(reading)) return null;
  const asked = ASKED.find(([concept]) => hasConcept(reading, concept));
  if (asked !== undefined && (reading.text.includes('?') || confidenceOf(decision, asked[1]) >= LEAST_LIKELY)) {
    return promote(decision, asked[1], 0.75, 'questionBesideFacts');
  }
  const likely = decision.ranked.find((candidate) => candidate.intent.startsWith('ask_'));
  if (likely === undefined || likely.confidence < LEAST_LIKELY) return null;
  return promote(decision, likely.intent, 0.6, 'questionBesideFacts');
};

/** The first that decides, decides. */
const RULES: readonly Rule[] = [
  answersWhen,
  answersWhatWasAsked,
  tellsAmount,
  correctsAmount,
  tellsTenure,
  tellsFact,
  asksBesideFacts,
];

const LEAST_LIKELY = 0.1;

function isAnswer({ findings, expects }: Known): boolean {
  return findings.some(({ slot }) => slot === expects[0]);
}

/** What a customer may say instead of an answer, also in a few words. */
export const KEEPS_ITS_OWN: ReadonlySet<Intent> = new Set(['opt_out', 'not_interested', 'talk_to_human', 'complaint']);
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

function hasLimit(intent: Intent): intent is keyof typeof GIVES_WAY_BELOW {
  return Object.hasOwn(GIVES_WAY_BELOW, intent);
}
