import type { Intent } from '@/flows/schema/intents';
import { hasConcept, isShort, matchesOf, type Reading } from '../read-text';
import { certainIntent } from './certain-intent';
import { KEEPS_ITS_OWN } from './decide-with-facts';
import { type Decision, demote, type IntentEvidence, promote } from './decision';

/** Corrects the model where the contract is stricter than statistics: opt-out first, a bare yes or no, gibberish. */
export function decideIntent(evidence: IntentEvidence): Decision {
  const { ranked, reading } = evidence;
  const undecided: Decision = { ranked, rule: null };
  const certain = certainIntent(reading);
  // "PAN ABCPE1234F" gives a number, it asks for no papers.
  if (evidence.hasSensitiveNumber && isShort(reading) && certain?.intent !== 'opt_out') {
    return promote(undecided, 'inform', 0.7, 'sensitiveNumber');
  }
  if (certain !== null) return promote(undecided, certain.intent, 0.95, certain.rule);
  const top = ranked[0];
  if (top === undefined) return undecided;
  if (top.intent === 'opt_out' && !mayBeOptOut(evidence, top.confidence)) {
    return demote(undecided, 'opt_out', 'noWordForStopping');
  }
  // "Call me" wants a person now; only a time, or a reason to wait, makes it a follow-up.
  if (top.intent === 'follow_up_later' && hasConcept(reading, 'contact', 'human') && !speaksOfTime(reading)) {
    return promote(undecided, 'talk_to_human', 0.7, 'callWithoutTime');
  }
  // "Your officer may call me on Saturday" asks for a person, and says when.
  if (hasConcept(reading, 'human') && mayAskForPersonLater(top.intent, reading)) {
    return promote(undecided, 'talk_to_human', 0.7, 'personAtTime');
  }
  if (top.intent === 'not_interested' && hasConcept(reading, 'later') && !hasConcept(reading, 'dont_want')) {
    return promote(undecided, 'follow_up_later', 0.7, 'laterIsNotNever');
  }
  if (evidence.hasSensitiveNumber && !KEEPS_ITS_OWN.has(top.intent)) {
    return promote(undecided, 'inform', 0.7, 'sensitiveNumber');
  }
  if (isGibberish(evidence)) return promote(undecided, 'out_of_scope', 0.7, 'gibberish');
  return top.confidence < GUESS ? promote(undecided, 'out_of_scope', GUESS, 'guess') : undecided;
}

/** Below this the likeliest intent is a guess, and it is honest to say that the message was not understood. */
const GUESS = 0.22;

const SURE = 0.8;
const QUITE_SURE = 0.7;

/** High stakes: only when the customer really speaks of stopping. "Another number: 98…" speaks of reaching, not of stopping. */
function mayBeOptOut({ reading, givesContact }: IntentEvidence, confidence: number): boolean {
  if (hasConcept(reading, 'stop')) return true;
  const speaksOfMessages = hasConcept(reading, 'message', 'contact') && !givesContact;
  return confidence >= (speaksOfMessages ? QUITE_SURE : SURE);
}

function mayAskForPersonLater(intent: Intent, reading: Reading): boolean {
  if (intent === 'follow_up_later') return !hasConcept(reading, 'busy', 'think');
  const namesTime = ['day', 'weekday', 'clock'].some((group) => matchesOf(reading, group).length > 0);
  return intent === 'complaint' && namesTime && !hasConcept(reading, 'complaint', 'no_response', 'slow');
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

const EMPTY_GROUPS: ReadonlySet<string> = new Set([
  'location',
  'joiner',
  'name_filler',
  'question',
  'after',
  'this',
  'address',
]);
