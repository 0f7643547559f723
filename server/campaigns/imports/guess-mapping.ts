import headerWords from './header-words.json';
import { importLimits } from './import-limits';
import type { ColumnMeaning, ImportMapping } from './import-mapping';
import { readPhone } from './read-phone';

const { slots: slotWords, ...simpleWords } = headerWords;

/**
 * What the columns of a file probably are, by their headers (in five languages) and by what the first rows hold: the phone
 * number is where most cells are one. An owner looks it over; a file without any phone number has none in it.
 */
export function guessMapping(columns: readonly string[], sample: readonly (readonly string[])[]): ImportMapping {
  const phone = phoneColumn(columns, sample);
  const taken = new Set<string>();
  const meanings = columns.slice(0, importLimits.columns).map((header, index): ColumnMeaning => {
    if (index === phone) return { as: 'phone' };
    const meaning = meaningOf(header);
    const key = meaning.as === 'slot' ? meaning.slot : meaning.as;
    if (meaning.as === 'column' || taken.has(key)) return { as: 'column' };
    taken.add(key);
    return meaning;
  });
  return { columns: meanings, country: 'IN', tags: [] };
}

function phoneColumn(columns: readonly string[], sample: readonly (readonly string[])[]): number {
  const scores = columns.map((header, index) => {
    const cells = sample.flatMap((row) => row[index] || []);
    const phones = cells.filter((cell) => isPhoneLike(cell)).length;
    const share = cells.length === 0 ? 0 : phones / cells.length;
    return share + (closeness(header, simpleWords.phone) > 0 ? 0.5 : 0);
  });
  const best = Math.max(...scores);
  return best >= 0.5 ? scores.indexOf(best) : -1;
}

/** A number that a spreadsheet has rounded shows where the numbers stand, too. */
function isPhoneLike(cell: string): boolean {
  const read = readPhone(cell, 'IN');
  return read.ok || read.code === 'phone.lossy';
}

function meaningOf(header: string): ColumnMeaning {
  const candidates: readonly (readonly [ColumnMeaning, readonly string[]])[] = [
    [{ as: 'name' }, simpleWords.name],
    [{ as: 'language' }, simpleWords.language],
    [{ as: 'tags' }, simpleWords.tags],
    ...Object.entries(slotWords).map(([slot, own]) => [{ as: 'slot', slot }, own] as const),
  ];
  let best: { meaning: ColumnMeaning; score: number } = { meaning: { as: 'column' }, score: 0 };
  for (const [meaning, own] of candidates) {
    const score = closeness(header, own);
    if (score > best.score) best = { meaning, score };
  }
  return best.meaning;
}

/** 0 for a header that has none of the words, up to 1 for one that is one of them: what a word fills of it. */
function closeness(header: string, own: readonly string[]): number {
  const plain = ` ${plainHeader(header)} `;
  return Math.max(0, ...own.map((word) => (plain.includes(` ${word} `) ? word.length / (plain.length - 2) : 0)));
}

function plainHeader(header: string): string {
  const apart = header.normalize('NFC').replace(/([a-z])([A-Z])/g, '$1 $2');
  return apart
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
