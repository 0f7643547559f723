import { z } from 'zod';
import type { SlotDefinition, SlotValue } from '@/flows/schema/slots';
import { KnownError } from '../../errors';

/** A value that somebody typed for a slot, refused where it is not of the slot's kind. */
export function factValue({ kind, choices }: SlotDefinition, value: SlotValue): SlotValue {
  const read = schemaOf({ kind, ...(choices ? { choices } : {}) }).safeParse(value);
  if (read.success) return read.data;
  throw new KnownError('request.invalid', wrong[kind]);
}

function schemaOf({ kind, choices }: SlotDefinition): z.ZodType<SlotValue> {
  switch (kind) {
    case 'text':
    case 'place':
      return words;
    case 'choice':
      return choices ? z.enum(choices) : words;
    case 'number':
      return z.number().min(0).max(MOST);
    case 'amountInr':
      return z.int().min(0).max(MOST);
    case 'months':
      return z.int().min(1).max(600);
    case 'dateTime':
      return z.iso.datetime({ offset: true });
    case 'boolean':
      return z.boolean();
    default:
      return kind satisfies never;
  }
}

const words = z.string().trim().min(1).max(500);
const MOST = 10_000_000_000_000; // of flows/calculations: every figure stays exact

const wrong: Readonly<Record<SlotDefinition['kind'], string>> = {
  text: 'This fact is a text of up to 500 letters.',
  place: 'This fact is the name of a place.',
  choice: 'This fact is one of the choices that the flow knows.',
  number: 'This fact is a number, not below zero.',
  amountInr: 'This fact is an amount in whole rupees.',
  months: 'This fact is a number of months, from 1 to 600.',
  dateTime: 'This fact is a date with a time.',
  boolean: 'This fact is yes or no.',
};
