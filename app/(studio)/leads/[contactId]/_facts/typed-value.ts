import type { SlotKind, SlotValue } from '@/flows/schema/slots';

const MINUTE_MS = 60_000;

/** A fact's value as its field shows it. */
export function toTyped(kind: SlotKind, value: SlotValue | null): string {
  if (value === null) return kind === 'boolean' ? 'true' : '';
  if (kind !== 'dateTime') return String(value);
  const at = new Date(String(value));
  if (Number.isNaN(at.getTime())) return '';
  // As the browser's field writes it, in the timezone of the person who looks.
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/** The value that a field names; null while it names none. */
export function fromTyped(kind: SlotKind, typed: string): SlotValue | null {
  const text = typed.trim();
  if (text === '') return null;
  switch (kind) {
    case 'amountInr':
    case 'months':
    case 'number': {
      const number = Number(text);
      return number >= 0 && (kind === 'number' || Number.isInteger(number)) ? number : null;
    }
    case 'boolean':
      return text === 'true';
    case 'dateTime': {
      const at = new Date(text);
      return Number.isNaN(at.getTime()) ? null : at.toISOString();
    }
    case 'text':
    case 'place':
    case 'choice':
      return text;
    default:
      return kind satisfies never;
  }
}
