import { customerSlots, type SlotValue } from '@/flows/schema/slots';
import { columnKeys } from './keys';
import { holdsSealed, isSealedToday, sealEqual } from './sealed-value';

/**
 * The facts of a lead as their column keeps them. Amounts, counts, choices, places and times stay readable, since lists are
 * filtered and sorted by them; texts (a name, an e-mail, what an author asks) are sealed so that equal ones can be found.
 */
export function sealFacts(facts: Readonly<Record<string, SlotValue>>): Record<string, SlotValue> {
  return Object.fromEntries(
    Object.entries(facts).map(([slot, value]) => [slot, isToSeal(slot, value) ? sealEqual(slot, value) : value]),
  );
}

/** Whether facts, as they are stored, are sealed as they would be today. */
export function areFactsSealedToday(stored: Readonly<Record<string, SlotValue>>): boolean {
  return Object.entries(stored).every(([slot, value]) => !isToSeal(slot, value) || isSealedToday(value));
}

function isToSeal(slot: string, value: SlotValue): value is string {
  return typeof value === 'string' && value !== '' && (!readable.has(slot) || holdsSealed(value));
}

/** The values to compare a fact with in SQL, so that one of them equals what is stored. */
export function storedFacts(slot: string, values: readonly string[]): readonly string[] {
  if (readable.has(slot)) return values;
  return [...values, ...columnKeys().known.flatMap((key) => values.map((value) => sealEqual(slot, value, key)))];
}

const readable = new Set(Object.entries(customerSlots).flatMap(([slot, { kind }]) => (kind === 'text' ? [] : [slot])));
