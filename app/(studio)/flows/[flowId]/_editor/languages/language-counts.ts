import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';

/** How far a language is; `share` is 0..1: of the texts that need it, those that are there, up to date and read by a person. */
export type LanguageCounts = Readonly<{ share: number; missing: number; stale: number; drafted: number }>;

/** How far every language is, over all texts of a flow. */
export function countByLanguage(
  rows: readonly TranslationRow[],
  languages: readonly LanguageCode[],
): ReadonlyMap<LanguageCode, LanguageCounts> {
  return new Map(languages.map((language) => [language, countsOf(rows, language)]));
}

function countsOf(rows: readonly TranslationRow[], language: LanguageCode): LanguageCounts {
  const counts = { ok: 0, base: 0, missing: 0, stale: 0, drafted: 0, optional: 0 };
  for (const { texts } of rows) {
    const cell = texts[language];
    if (cell) counts[cell.status] += 1;
  }
  const { ok, base, missing, stale, drafted } = counts;
  const needed = ok + base + missing + stale + drafted;
  return { share: needed === 0 ? 1 : (ok + base) / needed, missing, stale, drafted };
}
