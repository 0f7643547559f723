import { z } from 'zod';
import { freeName } from '@/flows/edit/free-name';
import type { Entry, Field, FieldOf } from './field';
import { entriesOf, listOf } from './value-at';

/** What the flow has that a blank value may name. */
export type Seeds = Readonly<{ state: string; language: string }>;

/** A value that a field's schema takes and that says as little as possible, to begin with. */
export function blankValue(field: Field, seeds: Seeds): unknown {
  switch (field.type) {
    case 'texts':
      return {};
    case 'condition':
      return 'known(name)';
    case 'formula':
      return '0';
    case 'number':
      return blankNumber(field.schema);
    case 'slot':
      return 'name';
    case 'value':
      return '';
    case 'language':
      return seeds.language;
    case 'hours':
      return { days: [1, 2, 3, 4, 5, 6], opens: '10:00', closes: '18:00' };
    case 'switch':
      return false;
    case 'pick':
      return field.values[0];
    case 'fixed':
      return field.value;
    case 'object':
      return blankObject(field.entries, seeds);
    case 'list':
      return accepts(field.schema, []) ? [] : [blankValue(field.item, seeds)];
    case 'record':
    case 'json':
      return {};
    case 'variants':
      return blankVariant(field, seeds);
    case 'state':
      return seeds.state;
    case 'text':
      return beginnings.find((text) => accepts(field.schema, text)) ?? '';
    default:
      return field satisfies never;
  }
}

/** A new entry for a list: blank, with an id that none of the others has. */
export function blankItem(item: Field, others: readonly unknown[], seeds: Seeds): unknown {
  return withFreeId(blankValue(item, seeds), others);
}

/** The value with another id if one of the others has its id; what has no id stays. */
export function withFreeId(value: unknown, others: readonly unknown[]): unknown {
  const id = idOf(value);
  if (id === null) return value;
  const taken = others.map(idOf).filter((other) => other !== null);
  return { ...Object(value), id: freeName(id, taken, LONGEST_ID) };
}

/** Ids inside a state's data (of choices, cases, variants) are no longer. */
const LONGEST_ID = 64;

/** What a text may have to look like, the emptiest first. */
const beginnings = ['', 'new', 'new-flow', '10:00', 'https://example.com', '👍'];

function blankNumber(schema: z.core.$ZodType): number {
  return [0, 1].find((number) => accepts(schema, number)) ?? 1;
}

function blankObject(entries: readonly Entry[], seeds: Seeds): unknown {
  return Object.fromEntries(
    entries.filter(({ isOptional }) => !isOptional).map(({ name, field }) => [name, blankValue(field, seeds)]),
  );
}

function blankVariant({ by, variants }: FieldOf<'variants'>, seeds: Seeds): unknown {
  const [first] = variants;
  return first ? { [by]: first.value, ...Object(blankObject(first.entries, seeds)) } : {};
}

function accepts(schema: z.core.$ZodType, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}

function idOf(value: unknown): string | null {
  if (listOf(value).length > 0) return null;
  const id = entriesOf(value).find(([name]) => name === 'id')?.[1];
  return typeof id === 'string' ? id : null;
}
