import { isInside, matchesOf, type Reading, spanOf } from '../read-text';
import type { Extractor, Finding } from './extractor';

/** Reads the customer's name after words such as "my name is", or from a short answer to the question. As written. */
export const readName: Extractor = (reading, context) => {
  const isAsked = context.expects[0] === 'name';
  const owners = matchesOf(reading, 'ownership_status');
  const cues = matchesOf(reading, isAsked ? 'name_is' : 'name_strict').filter(
    (cue) => !owners.some((owner) => isInside(cue, owner) && owner.to - owner.from > cue.to - cue.from),
  );
  for (const cue of [...cues].sort((left, right) => right.to - right.from - (left.to - left.from))) {
    const name = nameFrom(reading, cue.to, 0.9, isAsked);
    if (name !== null) return [name];
  }
  if (!isAsked) return readIntroduction(reading);
  if (context.intent === 'deny' || cues.length > 0) return [];
  const name = nameFrom(reading, 0, 0.75, isAsked);
  return name === null ? [] : [name];
};

const LONGEST_NAME = 4; // words

/** "I'm Priya Nair", "this is Abdul": words that say much else too, so only before what is written as a name. */
function readIntroduction(reading: Reading): readonly Finding[] {
  for (const cue of matchesOf(reading, 'name_is')) {
    const name = nameFrom(reading, cue.to, 0.75, true);
    const isDirect = name !== null && name.start === reading.tokens[cue.to]?.start;
    if (isDirect && AS_A_NAME.test(String(name.value))) return [name];
  }
  return [];
}

const AS_A_NAME = /^[A-Z][a-z]{2,}(?: [A-Z][a-z]*\.?){0,2}$/;

/** The name that begins at or after `at`: words that mean nothing else, until one that does. */
function nameFrom(reading: Reading, at: number, confidence: number, isAsked: boolean): Finding | null {
  let from = at;
  while (from < reading.tokens.length && isFiller(reading, from)) from++;
  // "In whose name" it is, not what the name is.
  if (matchesOf(reading, 'no_name_after').some((match) => match.from === from)) return null;
  let to = from;
  while (to < reading.tokens.length && to - from < LONGEST_NAME && isNameWord(reading, to, to > from)) to++;
  // "Has my name come?" asks about the name and doesn't tell it.
  if (to === from || (!isAsked && isQuestionWord(reading, to))) return null;
  const span = spanOf(reading, from, to);
  const value = reading.text.slice(span.start, span.end);
  return value.length < 2 ? null : { slot: 'name', value, confidence, ...span };
}

/** "S. Venkatesh", "Kavitha R." */
function isDotOfInitial(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1];
  return reading.tokens[at]?.text === '.' && before !== undefined && before.end - before.start === 1;
}

function isQuestionWord(reading: Reading, at: number): boolean {
  return matchesOf(reading, 'question').some(({ from }) => from === at);
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

/** A place ends a name ("Ramesh from Jaipur"), but may begin one. */
function isNameWord(reading: Reading, at: number, isLater: boolean): boolean {
  const token = reading.tokens[at];
  if (isDotOfInitial(reading, at)) return true;
  if (token === undefined || token.kind !== 'word') return false;
  if (/^[a-z]$/.test(token.text)) return true;
  const isTaken = (group: string): boolean =>
    matchesOf(reading, group).some(({ from, to, exact }) => exact && from <= at && at < to);
  const groups = isLater ? [...NO_NAME_GROUPS, 'city', 'locality'] : NO_NAME_GROUPS;
  return !groups.some(isTaken) && !isTaken('concept');
}
