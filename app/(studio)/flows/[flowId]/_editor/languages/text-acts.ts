import { words } from '@/app/_words/en';
import { setTexts, type TextChange, type TextTarget } from '@/flows/edit/set-text';
import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import { languageName } from '@/flows/schema/language-name';
import type { EditorStore } from '../editor-store';
import { nameOfOwner } from './name-of-owner';

/** What a person can do to texts in the table. */

const labels = words.editor.languages.edits;

type Row = Pick<TranslationRow, 'key' | 'place'>;

/** Where a row's text is written in one language. */
export function targetOfRow({ place }: Row, language: LanguageCode): TextTarget {
  const path = place.path ?? '';
  return place.rule === undefined ? { state: place.state ?? '', path, language } : { rule: place.rule, path, language };
}

/** Writes a text as it is typed: the letters of one visit are one edit. */
export function writeText(store: EditorStore, row: Row, language: LanguageCode, text: string): void {
  const { flow, edit } = store.getState();
  const label = labels.text(languageName(language), nameOfOwner(flow, row.place));
  edit(label, (before) => setTexts(before, [{ target: targetOfRow(row, language), text }]), {
    merge: `text ${language} ${row.key}`,
  });
}

/** Says of a stale translation that it fits its changed original. */
export function keepStale(store: EditorStore, row: TranslationRow, language: LanguageCode): void {
  const { flow, edit } = store.getState();
  edit(labels.stillRight(languageName(language), nameOfOwner(flow, row.place)), (before) =>
    setTexts(before, confirmations([row], language)),
  );
}

/** Says of drafted translations that a person has read them. */
export function confirmDrafts(store: EditorStore, rows: readonly TranslationRow[], language: LanguageCode): void {
  const label = labels.confirm(rows.length, languageName(language));
  store.getState().edit(label, (before) => setTexts(before, confirmations(rows, language)));
}

/** Pastes cells of a spreadsheet as one edit. */
export function pasteTexts(store: EditorStore, changes: readonly TextChange[]): void {
  store.getState().edit(labels.paste(changes.length), (before) => setTexts(before, changes));
}

/** Writing a translation again, as it is, says that it fits. */
function confirmations(rows: readonly TranslationRow[], language: LanguageCode): readonly TextChange[] {
  return rows.flatMap((row) => {
    const text = row.texts[language]?.text ?? '';
    return text === '' ? [] : [{ target: targetOfRow(row, language), text }];
  });
}
