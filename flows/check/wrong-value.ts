import type { SlotDefinition, SlotValue } from '../schema/slots';

/** Why a slot can't have this value, without a full stop; null when it can. */
export function wrongValue({ kind, choices }: SlotDefinition, value: SlotValue): string | null {
  switch (kind) {
    case 'choice':
      if (typeof value !== 'string') return 'it is chosen from words';
      return choices && !choices.includes(value) ? 'it is none of its choices' : null;
    case 'number':
    case 'amountInr':
    case 'months':
      return typeof value === 'number' && value >= 0 ? null : 'it is a number, 0 or more';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'it is true or false';
    case 'dateTime':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? null : 'it is a time';
    case 'place':
      return typeof value === 'string' ? null : 'it is a name';
    case 'text':
      return null;
    default:
      return kind satisfies never;
  }
}
