import { z } from 'zod';
import type { SlotDefinition, SlotValue } from '@/flows/schema/slots';
import { foldDigits } from '@/flows/understanding/normalize';
import { languages } from '@/prompts/load-languages';

/** The value that a cell gives a slot of a kind, or undefined where it fits it not. The cell is not empty. */
export function readSlot(name: string, { kind, choices }: SlotDefinition, cell: string): SlotValue | undefined {
  const text = foldDigits(cell).trim();
  switch (kind) {
    case 'text':
    case 'place':
      return readText(name, cell.trim());
    case 'number':
    case 'amountInr':
      return readAmount(text);
    case 'months':
      return readMonths(text);
    case 'choice':
      return readChoice(name, choices ?? [], cell);
    case 'dateTime':
      return readDate(text);
    case 'boolean':
      return readTruth(text.toLowerCase());
    default:
      return kind satisfies never;
  }
}

const mostCharacters = 200;

function readText(name: string, text: string): string | undefined {
  if (name === 'pincode') return /^[1-9]\d{5}$/.test(text.replace(/\s/g, '')) ? text.replace(/\s/g, '') : undefined;
  if (name === 'email') return z.email().safeParse(text.toLowerCase()).data;
  return text.length <= mostCharacters ? text : undefined;
}

const amountForm =
  /^(?:₹|rs\.?|inr)?\s*(\d[\d,]*(?:\.\d+)?|\.\d+)\s*(k|thousands?|l|lakhs?|lacs?|cr|crores?)?\s*(?:\/-)?$/i;
const scales: readonly (readonly [RegExp, number])[] = [
  [/^c/i, 10_000_000],
  [/^l/i, 100_000],
  [/^(k|t)/i, 1_000],
];

function readAmount(text: string): number | undefined {
  const [, digits, word = ''] = amountForm.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const scale = scales.find(([form]) => form.test(word))?.[1] ?? 1;
  const amount = Math.round(Number(digits.replaceAll(',', '')) * scale * 100) / 100;
  return Number.isSafeInteger(Math.round(amount)) ? amount : undefined;
}

function readMonths(text: string): number | undefined {
  const [, digits, word = ''] = /^(\d{1,3}(?:\.\d+)?)\s*(y|yrs?|years?|m|mths?|months?)?$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const months = Math.round(Number(digits) * (word.toLowerCase().startsWith('y') ? 12 : 1));
  return months > 0 ? months : undefined;
}

/** By its code, or as any of the languages writes it. */
function readChoice(name: string, choices: readonly string[], cell: string): string | undefined {
  const wanted = plain(cell);
  const packs = Object.values(languages);
  return choices.find(
    (choice) => plain(choice) === wanted || packs.some(({ labels }) => plain(labels[name]?.[choice] ?? '') === wanted),
  );
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

/** ISO 8601, or day before month as India writes it; a day without a time is its morning there. */
function readDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const date = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  if (z.iso.date().safeParse(date).success) return `${date}T10:00:00+05:30`;
  return z.iso.datetime({ offset: true }).safeParse(date).data;
}

function readTruth(text: string): boolean | undefined {
  if (['yes', 'y', 'true', '1', 'हाँ', 'हां', 'ಹೌದು', 'ஆம்', 'అవును'].includes(text)) return true;
  return ['no', 'n', 'false', '0', 'नहीं', 'ಇಲ್ಲ', 'இல்லை', 'కాదు', 'లేదు'].includes(text) ? false : undefined;
}
