import type { LanguagePack } from '@/prompts/language-pack';
import type { SlotDefinition, SlotName, SlotValue } from '../../schema/slots';

/** A slot's value as a customer types it, in a language: with its own word for a choice, a city, a day or an amount's name. */
export function wordsForValue(
  slot: SlotName,
  value: SlotValue,
  { kind }: SlotDefinition,
  pack: LanguagePack | undefined,
): string {
  switch (kind) {
    case 'choice':
      return choiceWords(slot, String(value), pack);
    case 'place':
      return pack?.cities[String(value)] ?? String(value);
    case 'amountInr':
      return [amountName(slot, pack), amountWords(Number(value), pack)].filter((words) => words !== '').join(' ');
    case 'months':
      return monthWords(Number(value), pack);
    case 'dateTime':
      return pack?.format.relativeDays.tomorrow ?? 'tomorrow';
    case 'boolean':
      return (value === true ? pack?.format.yes : pack?.format.no) ?? String(value);
    case 'text':
    case 'number':
      return String(value);
    default:
      return kind satisfies never;
  }
}

/** The word that readers know, else the label that customers are shown. */
function choiceWords(slot: SlotName, value: string, pack: LanguagePack | undefined): string {
  return firstWord(pack?.lexicon.values[slot]?.[value]) ?? pack?.labels[slot]?.[value] ?? value;
}

function amountName(slot: SlotName, pack: LanguagePack | undefined): string {
  const concept = amountConcepts[slot];
  return concept === undefined ? '' : (firstWord(pack?.lexicon.concepts[concept]) ?? '');
}

/** The lexicon's name for what an amount is. */
const amountConcepts: Readonly<Record<string, string>> = {
  property_value: 'value',
  loan_amount_needed: 'loan',
  monthly_income: 'income',
  current_emi: 'emi',
};

function monthWords(months: number, pack: LanguagePack | undefined): string {
  if (!pack || months % 12 !== 0) return `${months} ${pack?.format.months ?? 'months'}`;
  return `${months / 12} ${months === 12 ? pack.format.year : pack.format.years}`;
}

const CRORE = 10_000_000;
const LAKH = 100_000;

function amountWords(rupees: number, pack: LanguagePack | undefined): string {
  if (!pack || rupees < LAKH || rupees % 1_000 !== 0) return `₹${rupees}`;
  const { crore, lakh } = pack.format;
  return rupees < CRORE ? `${rupees / LAKH} ${lakh}` : `${rupees / CRORE} ${crore}`;
}

/** An entry of a lexicon may end in `*`, for any ending. */
function firstWord(entries: readonly string[] | undefined): string | undefined {
  return entries?.find((entry) => !entry.endsWith('*')) ?? entries?.[0]?.replace(/\*$/, '');
}
