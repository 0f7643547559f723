import { languageName } from '../../schema/language-name';
import type { CheckRule } from '../check-rule';

/** A translation that a model drafted was confirmed by a person. */
export const translationDrafted: CheckRule = {
  code: 'translation.drafted',
  severity: 'warning',
  find: ({ flow, texts }) =>
    texts.flatMap(({ key, place, text }) =>
      Object.entries(flow.translatedFrom[key] ?? {})
        .filter(([language, source]) => typeof source !== 'string' && text[language]?.trim())
        .map(([language]) => ({
          place: { ...place, language },
          message: `A model drafted the ${languageName(language)} text, and nobody has confirmed it yet.`,
          fix: 'Read it, put it right where it needs it, and save it.',
        })),
    ),
};
