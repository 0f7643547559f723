import { fromComponents } from '@/flows/templates/template-components';
import { nameLender, type TemplateContent } from '@/flows/templates/template-content';
import type { StoredTemplate } from './store';

/** The language that the others of a template are translated from: English where there is one, else the oldest. */
export function originalLanguage(rows: readonly StoredTemplate[]): string | undefined {
  return rows.find(({ language }) => /^en(_|$)/.test(language))?.language ?? rows[0]?.language;
}

/** What a language of a template is a translation of, as it would be submitted; null where it is the original itself. */
export function originalOf(
  rows: readonly StoredTemplate[],
  language: string,
  lenderName: string,
): TemplateContent | null {
  const original = rows.find((row) => row.language === originalLanguage(rows));
  if (!original || original.language === language) return null;
  const content = fromComponents(original.draft ?? original.components);
  return content ? nameLender(content, lenderName) : null;
}
