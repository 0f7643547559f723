import type { TranslationCell, TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';

export type TextStatus = 'all' | 'missing' | 'stale' | 'drafted' | 'problems';

/** Which texts the table shows. `language`, `owner` and `words` are null or empty for any. */
export type RowFilter = Readonly<{
  status: TextStatus;
  language: LanguageCode | null;
  /** "state:<id>" or "rule:<id>". */
  owner: string | null;
  words: string;
}>;

export const everyText: RowFilter = { status: 'all', language: null, owner: null, words: '' };

/** The texts that pass a filter, in their order; those in `pinned` pass any. */
export function filterRows(
  rows: readonly TranslationRow[],
  filter: RowFilter,
  pinned: ReadonlySet<string>,
): readonly TranslationRow[] {
  const words = folded(filter.words.trim());
  return rows.filter(
    (row) => pinned.has(row.key) || (statusOf(row, filter.language)[filter.status] && passes(row, filter, words)),
  );
}

/** How many texts each status would show beside the rest of the filter. */
export function countByStatus(
  rows: readonly TranslationRow[],
  filter: RowFilter,
): Readonly<Record<TextStatus, number>> {
  const counts = { all: 0, missing: 0, stale: 0, drafted: 0, problems: 0 };
  const words = folded(filter.words.trim());
  for (const row of rows) {
    if (!passes(row, filter, words)) continue;
    const has = statusOf(row, filter.language);
    for (const status of statuses) if (has[status]) counts[status] += 1;
  }
  return counts;
}

export const statuses = ['all', 'missing', 'stale', 'drafted', 'problems'] as const satisfies readonly TextStatus[];

/** By what a text belongs to: "state:<id>" or "rule:<id>". */
export function ownerOf({ place }: Pick<TranslationRow, 'place'>): string {
  return place.rule === undefined ? `state:${place.state}` : `rule:${place.rule}`;
}

function passes(row: TranslationRow, { language, owner }: RowFilter, words: string): boolean {
  if (owner !== null && ownerOf(row) !== owner) return false;
  return words === '' || cellsOf(row, language).some((cell) => foldedTextOf(cell).includes(words));
}

type Statuses = Readonly<Record<TextStatus, boolean>>;

/** Rows never change, so that of ten thousand only those that were written are looked at again. */
const anyStatuses = new WeakMap<TranslationRow, Statuses>();

function statusOf(row: TranslationRow, language: LanguageCode | null): Statuses {
  if (language !== null) return readStatus(cellsOf(row, language));
  const known = anyStatuses.get(row) ?? readStatus(cellsOf(row, null));
  anyStatuses.set(row, known);
  return known;
}

function readStatus(cells: readonly TranslationCell[]): Statuses {
  return {
    all: true,
    missing: cells.some(({ status }) => status === 'missing'),
    stale: cells.some(({ status }) => status === 'stale'),
    drafted: cells.some(({ status }) => status === 'drafted'),
    problems: cells.some(({ problems }) => problems.length > 0),
  };
}

function cellsOf({ texts }: TranslationRow, language: LanguageCode | null): readonly TranslationCell[] {
  if (language === null) return Object.values(texts);
  const cell = texts[language];
  return cell === undefined ? [] : [cell];
}

const foldedTexts = new WeakMap<TranslationCell, string>();

function foldedTextOf(cell: TranslationCell): string {
  const known = foldedTexts.get(cell) ?? folded(cell.text);
  foldedTexts.set(cell, known);
  return known;
}

/** For comparing: capitals, and the ways to compose a letter, do not count. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
