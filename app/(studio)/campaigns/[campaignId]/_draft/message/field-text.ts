import { customerSlots, type SlotDefinition } from '@/flows/schema/slots';

/** The expression that says a field in a message, in the words that suit its kind, with what is said where it is unknown. */
export function fieldText(field: string, fallback: string): string {
  const words = fallback.trim() === '' ? '' : ` | default(${JSON.stringify(fallback.trim())})`;
  return `{{ ${field}${formatOf(field)}${words} }}`;
}

/** What fills a template's variable of this name at first: the field that is called so, or nothing. */
export function guessText(variable: string, fields: readonly string[]): string {
  const field =
    fields.find((name) => name === variable) ??
    fields.find((name) => name === `column.${variable}`) ??
    fields.find((name) => name.startsWith(`${variable}_`)) ??
    fields.find((name) => name.startsWith(`facts.${variable.split('_').at(-1)}_`));
  return field === undefined ? '' : fieldText(field, '');
}

/** A text with another put in at a place, and where the cursor is then. */
export function insertAt(text: string, at: number, piece: string): { readonly text: string; readonly cursor: number } {
  const place = Math.min(Math.max(0, at), text.length);
  return { text: text.slice(0, place) + piece + text.slice(place), cursor: place + piece.length };
}

function formatOf(field: string): string {
  if (field.startsWith('facts.')) return formatOfFact(field);
  const known: Readonly<Record<string, SlotDefinition>> = customerSlots;
  switch (Object.hasOwn(known, field) ? known[field]?.kind : undefined) {
    case 'amountInr':
      return ' | lakhCrore';
    case 'choice':
      return ' | label';
    case 'place':
      return ' | city';
    case 'months':
      return ' | months';
    case 'dateTime':
      return ' | dateTime';
    default:
      return '';
  }
}

/** The names of our facts say what they count. */
function formatOfFact(fact: string): string {
  if (fact.endsWith('_inr')) return ' | lakhCrore';
  if (fact.endsWith('_months')) return ' | months';
  return /\.(rate|ltv|foir|processing_fee)|_percent$/.test(fact) ? ' | percent' : '';
}
