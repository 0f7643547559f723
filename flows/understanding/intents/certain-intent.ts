import type { Intent } from '@/flows/schema/intents';
import { hasConcept, matchesOf, type Reading } from '../read-text';
import { ASKED } from './asked-topics';

/** An intent that needs no statistics, and the rule that says so. */
export type Certainty = Readonly<{ intent: Intent; rule: string }>;

/** What a text is for certain: a request to stop, one thing and nothing else, a bare fact, a bare topic; else null. */
export function certainIntent(reading: Reading): Certainty | null {
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

/** Whether every word of a short text has this meaning, or is a way to address someone. */
function isWholly(reading: Reading, concept: string, longest: number): boolean {
  const meant = matchesOf(reading, 'concept').filter(({ value }) => value === concept);
  if (meant.length === 0) return false;
  const matches = [...meant, ...matchesOf(reading, 'address').filter(({ exact }) => exact)];
  const words = reading.tokens.flatMap(({ kind }, index) => (kind === 'mark' ? [] : [index]));
  return (
    words.length <= longest + 1 && words.every((index) => matches.some(({ from, to }) => from <= index && index < to))
  );
}

function emojiIntent(reading: Reading): Certainty | null {
  const mood = matchesOf(reading, 'polarity')[0]?.value;
  if (mood === undefined) return null;
  const thanks = reading.text.includes('🙏') || reading.text.includes('❤');
  const intent = mood === 'positive' ? (thanks ? 'thank' : 'affirm') : mood === 'negative' ? 'deny' : 'out_of_scope';
  return { intent, rule: 'emoji' };
}
