import type { z } from 'zod';
import { predicate } from '../schema/schema-sentences';
import { entryOf } from './same-json';

/** What a schema has against a value in a form: the place inside the value ("options.0.title"), and a sentence. */
export type FormProblem = Readonly<{ path: string; message: string }>;

/** What a schema found in a value, for its form; `inside` is where the form's own value begins in what was parsed. */
export function formProblems(
  found: readonly z.core.$ZodIssue[],
  value: unknown,
  inside: readonly string[] = [],
): FormProblem[] {
  return found
    .filter(({ path }) => inside.every((key, index) => path[index] === key))
    .map((issue) => ({
      path: issue.path.slice(inside.length).map(String).join('.'),
      message: `This ${predicate(issue, valueAt(value, issue.path))}`,
    }));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((current: unknown, key) => entryOf(current, String(key)), value);
}
