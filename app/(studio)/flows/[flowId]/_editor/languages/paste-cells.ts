import type { TextChange } from '@/flows/edit/set-text';
import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import type { GridPlace } from './grid-moves';
import { targetOfRow } from './text-acts';

/**
 * What pasting cells at a place of the table writes: down the shown rows and along the shown languages, as far as there are
 * any. Empty cells and those that say the same change nothing.
 */
export function pasteCells(
  cells: readonly (readonly string[])[],
  { row: top, column: left }: GridPlace,
  rows: readonly TranslationRow[],
  languages: readonly LanguageCode[],
): readonly TextChange[] {
  if (left < 1) return [];
  return cells.flatMap((line, down) =>
    line.flatMap((cell, along) => {
      const row = rows[top + down];
      const language = languages[left - 1 + along];
      if (row === undefined || language === undefined || cell === '') return [];
      const text = cell.replaceAll('\r\n', '\n');
      return row.texts[language]?.text === text ? [] : [{ target: targetOfRow(row, language), text }];
    }),
  );
}
