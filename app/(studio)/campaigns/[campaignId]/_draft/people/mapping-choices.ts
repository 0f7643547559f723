import { words } from '@/app/_words/en';
import { customerSlots } from '@/flows/schema/slots';
import type { ColumnMeaning, ImportMapping } from '@/server/campaigns/imports/import-mapping';
import { nameOfSlot } from '../../../../_slots/name-of-slot';

const texts = words.campaigns.import;

/** A meaning as the value of a choice: "phone", "slot.property_value". */
export function keyOfMeaning(meaning: ColumnMeaning): string {
  return meaning.as === 'slot' ? `slot.${meaning.slot}` : meaning.as;
}

/** The meaning that a choice stands for. */
export function meaningOf(key: string): ColumnMeaning {
  switch (key) {
    case 'phone':
    case 'name':
    case 'language':
    case 'tags':
      return { as: key };
    default:
      return key.startsWith('slot.') ? { as: 'slot', slot: key.slice('slot.'.length) } : { as: 'column' };
  }
}

/** What a column can be. */
export const meaningOptions: readonly Readonly<{ value: string; label: string; hint: string }>[] = [
  ...(['phone', 'name', 'language', 'tags', 'column'] as const).map((as) => ({ value: as, ...texts.meanings[as] })),
  ...Object.keys(customerSlots)
    .filter((slot) => slot !== 'name' && slot !== 'phone')
    .map((slot) => ({ value: `slot.${slot}`, label: nameOfSlot(slot), hint: texts.slotHint })),
];

/** The mapping with another meaning of one column: what only one can be is taken from the column that was it before. */
export function setMeaning(mapping: ImportMapping, index: number, meaning: ColumnMeaning): ImportMapping {
  const key = keyOfMeaning(meaning);
  const isShared = meaning.as === 'column' || meaning.as === 'tags';
  const columns = mapping.columns.map((before, at): ColumnMeaning => {
    if (at === index) return meaning;
    return !isShared && keyOfMeaning(before) === key ? { as: 'column' } : before;
  });
  return { ...mapping, columns };
}

/** Whether a column is the phone number: without one nobody can be written to. */
export function hasPhone({ columns }: Pick<ImportMapping, 'columns'>): boolean {
  return columns.some(({ as }) => as === 'phone');
}

/** Whether two mappings take every column for the same; the order of their parts is the database's own. */
export function isSameMapping(one: ImportMapping, other: ImportMapping): boolean {
  return keysOf(one) === keysOf(other) && one.country === other.country && one.tags.join() === other.tags.join();
}

function keysOf({ columns }: ImportMapping): string {
  return columns.map(keyOfMeaning).join();
}
