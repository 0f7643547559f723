import { words } from '@/app/_words/en';
import { writeRupees } from '../../_figures/write-figure';
import { sayAmount } from '../../_slots/write-value';
import type { Choices } from '../lead-types';
import type { FilterField } from './filter-fields';

const texts = words.leads.filters;
const HOUR_MS = 3_600_000;

/** What a field narrows to, in words: "Hot and 1 more", "₹10 lakh to ₹80 lakh"; null where it narrows nothing. */
export function sayFilter(field: FilterField, part: readonly string[], choices: Choices | undefined): string | null {
  if (part.length === 0) return null;
  switch (field.kind) {
    case 'many':
    case 'one': {
      const labels = part.map((value) => field.options(choices).find((one) => one.value === value)?.label ?? value);
      const [first = '', ...others] = labels;
      return others.length < 2 ? labels.join(', ') : texts.andMore(first, others.length);
    }
    case 'amounts':
      return sayRange(part, (value) => (field.key === 'score' ? value : sayRupees(Number(value))));
    case 'moments': {
      const [from = '', until = ''] = part;
      // The end does not count: its day is the one before.
      const last = until === '' ? '' : new Date(Date.parse(until) - HOUR_MS).toISOString();
      return sayRange([from, last], sayDay);
    }
    default:
      return field satisfies never;
  }
}

function sayRange([from = '', until = '']: readonly string[], say: (value: string) => string): string {
  if (from !== '' && until !== '') return texts.between(say(from), say(until));
  return from === '' ? texts.atMost(say(until)) : texts.atLeast(say(from));
}

function sayRupees(inr: number): string {
  return sayAmount('loan_amount_needed', inr) ?? writeRupees(inr);
}

function sayDay(iso: string): string {
  return new Date(iso).toLocaleDateString('en-IN', { day: 'numeric', month: 'short', year: 'numeric' });
}
