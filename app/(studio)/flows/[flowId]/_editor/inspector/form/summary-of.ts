import { entryOf } from '@/flows/edit/same-json';
import type { LanguageCode } from '@/flows/schema/language';
import type { Entry, Field } from './field';
import { wordOfValue } from './field-words';
import { entriesOf, listOf, textOf } from './value-at';

/** A value in a line: its name or slot, and the first text in it. */
export function summaryOf(field: Field, value: unknown, language: LanguageCode): string {
  return partsOf(field, value, language).slice(0, 2).join(' · ').slice(0, MOST);
}

const MOST = 120;

function partsOf(field: Field, value: unknown, language: LanguageCode): string[] {
  switch (field.type) {
    case 'texts':
      return [textIn(value, language)].filter((text) => text !== '');
    case 'slot':
    case 'pick':
      return typeof value === 'string' ? [wordOfValue(value)] : [];
    case 'text':
    case 'state':
    case 'condition':
    case 'formula':
      return [textOf(value)].filter((text) => text !== '');
    case 'number':
      return [String(value)];
    case 'object':
      return partsOfEntries(field.entries, value, language);
    case 'variants':
      return partsOfEntries(
        field.variants.find((variant) => variant.value === entryOf(value, field.by))?.entries ?? [],
        value,
        language,
      );
    case 'list':
      return partsOf(field.item, listOf(value)[0], language);
    default:
      return [];
  }
}

function partsOfEntries(entries: readonly Entry[], value: unknown, language: LanguageCode): string[] {
  return entries.flatMap(({ name, field }) => partsOf(field, entryOf(value, name), language));
}

function textIn(value: unknown, language: LanguageCode): string {
  const texts = entriesOf(value).map(([code, text]) => [code, textOf(text)] as const);
  const own = texts.find(([code]) => code === language)?.[1] ?? '';
  return own || (texts.find(([, text]) => text !== '')?.[1] ?? '');
}
