import { z } from 'zod';
import { visibleLength } from '@/flows/schema/whatsapp-limits';
import { type GraphError, invalid, missing, unsupported } from './graph-errors';

// What Meta says of single fields of a body; a problem is undefined when there is none.

export type Fields = Readonly<Record<string, unknown>>;

/** The object under a key; an empty one if there is none, so that its fields are found missing. */
export function fieldsOf(value: unknown): Fields {
  return fields.safeParse(value).data ?? {};
}

const fields = z.record(z.string(), z.unknown());

/** The objects of a list; an empty one if there is no list. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

export function textProblem(text: unknown, parameter: string, limit: number): GraphError | undefined {
  if (text === undefined || text === '') return missing(parameter);
  if (typeof text !== 'string') return unsupported(`Param ${parameter} must be a string.`);
  if (text.trim() === '') return missing(parameter);
  if (visibleLength(text) > limit) return unsupported(`Param ${parameter} must be at most ${limit} characters long.`);
}

export function optionalTextProblem(text: unknown, parameter: string, limit: number): GraphError | undefined {
  return text === undefined ? undefined : textProblem(text, parameter, limit);
}

export function lengthProblem(text: unknown, what: string, limit: number): GraphError | undefined {
  const isFine = typeof text === 'string' && text.trim() !== '' && visibleLength(text) <= limit;
  return isFine ? undefined : invalid(`${what} length invalid. Min length: 1, Max length: ${limit}.`);
}

/** Keys that Meta would call unexpected. */
export function strayProblem(given: Fields, where: string, known: readonly string[]): GraphError | undefined {
  const stray = Object.keys(given).find((key) => given[key] !== undefined && !known.includes(key));
  return stray === undefined ? undefined : unsupported(`Unexpected key '${stray}' on param '${where}'.`);
}

export function hasTwins(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length;
}

export function matches(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}
