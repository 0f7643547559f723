import { customerSlots, type SlotDefinition, type SlotValue } from '@/flows/schema/slots';
import { writeRupees } from '../_figures/write-figure';
import { writeTime } from '../_time/write-time';

const LAKH = 100_000;
const CRORE = 10_000_000;

/** A slot's value as an officer reads it: ₹1,50,00,000, "15 years", a date in the given timezone, "business owner". */
export function writeValue(slot: string, value: SlotValue, timezone?: string): string {
  const known: Readonly<Record<string, SlotDefinition>> = customerSlots;
  const kind = Object.hasOwn(known, slot) ? known[slot]?.kind : undefined;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  switch (kind) {
    case 'amountInr':
      return typeof value === 'number' ? writeRupees(value) : value;
    case 'months':
      return typeof value === 'number' ? writeMonths(value) : value;
    case 'dateTime':
      return writeTime(String(value), timezone);
    case 'choice':
      return String(value).replaceAll('_', ' ');
    default:
      return typeof value === 'number' ? numbers.format(value) : value;
  }
}

/** "₹1.5 crore", "₹80 lakh": how the amount is said, or undefined for what is no amount or less than a lakh. */
export function sayAmount(slot: string, value: SlotValue): string | undefined {
  const known: Readonly<Record<string, SlotDefinition>> = customerSlots;
  const isAmount = Object.hasOwn(known, slot) && known[slot]?.kind === 'amountInr';
  if (!isAmount || typeof value !== 'number' || value < LAKH) return undefined;
  if (value < CRORE) return `₹${numbers.format(value / LAKH)} lakh`;
  return `₹${numbers.format(value / CRORE)} crore`;
}

const numbers = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 2 });

function writeMonths(months: number): string {
  if (months < 12 || months % 12 !== 0) return `${numbers.format(months)} months`;
  return months === 12 ? '1 year' : `${numbers.format(months / 12)} years`;
}
