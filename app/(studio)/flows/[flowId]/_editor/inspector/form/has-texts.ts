import type { Field } from './field';

/** True for a field that holds texts of customers: it is tall, and is best closed while there are several. */
export function hasTexts(field: Field): boolean {
  switch (field.type) {
    case 'texts':
      return true;
    case 'object':
      return field.entries.some((entry) => hasTexts(entry.field));
    case 'variants':
      return field.variants.some(({ entries }) => entries.some((entry) => hasTexts(entry.field)));
    case 'list':
      return hasTexts(field.item);
    case 'record':
      return hasTexts(field.value);
    default:
      return false;
  }
}
