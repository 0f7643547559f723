import { z } from 'zod';
import { blankValue, type Seeds } from './blank-value';
import type { Entry, FieldOf } from './field';
import { entriesOf } from './value-at';

/** The value as another kind: what both kinds have is kept, and what they have under another name. */
export function switchVariant(
  { by, variants }: FieldOf<'variants'>,
  { value, wanted, seeds }: Readonly<{ value: unknown; wanted: string; seeds: Seeds }>,
): unknown {
  const variant = variants.find((candidate) => candidate.value === wanted);
  if (!variant) return value;
  const had = new Map(entriesOf(value));
  const kept = variant.entries.flatMap((entry): [string, unknown][] => {
    const fitting = namesLike(entry.name).flatMap((name) => (fits(entry, had.get(name)) ? [had.get(name)] : []));
    if (fitting.length > 0) return [[entry.name, fitting[0]]];
    return entry.isOptional ? [] : [[entry.name, blankValue(entry.field, seeds)]];
  });
  return Object.fromEntries([[by, wanted], ...kept]);
}

/** Names that mean the same in different kinds of a message. */
const sameMeaning = [
  ['text', 'caption'],
  ['buttons', 'rows'],
] as const;

function namesLike(name: string): readonly string[] {
  const alike = sameMeaning.find((names) => names.some((candidate) => candidate === name)) ?? [];
  return [name, ...alike.filter((other) => other !== name)];
}

function fits({ field }: Entry, value: unknown): boolean {
  return value !== undefined && z.safeParse(field.schema, value).success;
}
