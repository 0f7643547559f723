import { matchesOf, type Reading, spanOf } from '../read-text';
import type { Extractor, Finding } from './extractor';

/** Reads the customer's name after words such as "my name is", or from a short answer to the question. As written. */
export const readName: Extractor = (reading, context) => {
  const isAsked = context.expects[0] === 'name';
  const owners = matchesOf(reading, 'ownership_status');
  const cues = matchesOf(reading, isAsked ? 'name_is' : 'name_strict').filter(
    (cue) => !owners.some((owner) => cue.from >= owner.from && cue.from < owner.to),
  );
  for (const cue of [...cues].sort((left, right) => right.to - right.from - (left.to - left.from))) {
    const name = nameFrom(reading, cue.to, 0.9);
    if (name !== null) return [name];
  }
  if (!isAsked || context.intent === 'deny' || cues.length > 0) return [];
  const name = nameFrom(reading, 0, 0.75);
  return name === null ? [] : [name];
};

const LONGEST_NAME = 4; // words

/** The name that begins at or after `at`: words that mean nothing else, until one that does. */
function nameFrom(reading: Reading, at: number, confidence: number): Finding | null {
  let from = at;
  while (from < reading.tokens.length && isFiller(reading, from)) from++;
  // "In whose name" it is, not what the name is.
  if (matchesOf(reading, 'no_name_after').some((match) => match.from === from)) return null;
  let to = from;
  while (to < reading.tokens.length && to - from < LONGEST_NAME && isNameWord(reading, to)) to++;
  if (to === from) return null;
  const span = spanOf(reading, from, to);
  const value = reading.text.slice(span.start, span.end);
  return value.length < 2 ? null : { slot: 'name', value, confidence, ...span };
}

function isFiller(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token?.kind === 'mark') return /^[:\-–,.]$/.test(token.text);
  return matchesOf(reading, 'name_filler').some(({ from }) => from === at);
}

const NO_NAME_GROUPS = [
  'property_type',
  'loan_purpose',
  'employment_type',
  'ownership_status',
  'name_filler',
  'day',
  'unit',
];

function isNameWord(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  const isTaken = (group: string): boolean =>
    matchesOf(reading, group).some(({ from, to, exact }) => exact && from <= at && at < to);
  return !NO_NAME_GROUPS.some(isTaken) && !isTaken('concept');
}
