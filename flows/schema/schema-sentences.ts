import type { z } from 'zod';
import { type FlowIssue, flowError } from './flow-issue';
import { placeOf, wordsOfPlace } from './issue-place';

type SchemaIssue = z.core.$ZodIssue;

const MOST_ISSUES = 100;

/** What the schema found, as sentences with a place: "In state qualifying, giveUpAfter must be a whole number." */
export function issuesOfSchema(found: readonly SchemaIssue[], document: unknown): FlowIssue[] {
  return found.slice(0, MOST_ISSUES).map((issue) => {
    // A name that nobody knows is a place of its own; the sentence speaks of what has it.
    const named = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const place = placeOf([...issue.path, ...named], document);
    const message = sentence(issue, issue.path, document);
    return flowError('document.invalid', place, message, fixOf(issue));
  });
}

function sentence(issue: SchemaIssue, path: readonly PropertyKey[], document: unknown): string {
  const { path: inner } = placeOf(path, document);
  const words = wordsOfPlace(path, document);
  const owner = inner === undefined ? words : words.slice(0, -inner.length).replace(/, $/, '');
  const subject = inner ?? (owner === '' ? 'the document' : 'it');
  const text = `${subject} ${predicate(issue, valueAt(document, path))}`;
  if (owner !== '') return `In ${owner}, ${text}`;
  return inner === undefined ? `The ${text.slice('the '.length)}` : `In the document, ${text}`;
}

/** What is wrong with a value, as the rest of a sentence that begins with its name: "must not be empty." */
export function predicate(issue: SchemaIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `is missing; it must be ${kindWords(issue.expected)}.`
        : `must be ${kindWords(issue.expected)}, and this is ${kindOf(value)}.`;
    case 'too_small':
      if (issue.minimum === 1 && unitOf(issue.origin) !== '') return 'must not be empty.';
      return `must have at least ${issue.minimum}${unitOf(issue.origin)}.`.replace(...plainNumber(issue.origin));
    case 'too_big':
      return `must have at most ${issue.maximum}${unitOf(issue.origin)}.`.replace(...plainNumber(issue.origin));
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `has the unknown name ${issue.keys.map((key) => `"${key.slice(0, 100)}"`).join(', ')}.`;
    case 'invalid_union':
      return unionPredicate(issue, value);
    case 'invalid_key':
      return `is a name that can't be used here. ${issue.issues[0]?.message ?? ''}`.trim();
    case 'invalid_format':
    case 'custom':
      return `is not right. ${issue.message}`;
    case 'invalid_element':
    case 'not_multiple_of':
      return `is not right: ${issue.message}.`;
    default:
      return issue satisfies never;
  }
}

function unionPredicate(issue: Extract<SchemaIssue, { code: 'invalid_union' }>, value: unknown): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  if (value === undefined && options.length > 0) return `is missing; it must be one of ${options.join(', ')}.`;
  if (options.length > 0) return `must be one of ${options.join(', ')}.`;
  const alternatives = issue.errors.flatMap((errors) => errors.slice(0, 1).map((error) => error.message));
  const written = [...new Set(alternatives)].filter((text) => text.endsWith('.'));
  return `is not right. ${written.join(' ') || `This is ${kindOf(value)}.`}`;
}

function kindWords(expected: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object in { }',
    record: 'an object in { }',
  };
  return words[expected] ?? expected;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number that is too large';
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a number with decimals';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'boolean' ? 'true or false' : typeof value === 'object' ? 'an object' : 'missing';
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

/** For numbers "must be at least 1" instead of "must have at least 1". */
function plainNumber(origin: string): [RegExp, string] {
  const isNumber = origin === 'number' || origin === 'int' || origin === 'bigint';
  return [/^must have at (least|most)/, isNumber ? 'must be at $1' : 'must have at $1'];
}

function fixOf(issue: SchemaIssue): string {
  if (issue.code === 'unrecognized_keys') return 'Remove it, or correct its spelling.';
  return issue.code === 'invalid_type' ? 'Give it a value of that kind.' : 'Correct this value.';
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}
