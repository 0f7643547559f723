import { fingerprint } from '../../schema/fingerprint';
import { fingerprintOf } from '../../schema/flow';
import { languageName } from '../../schema/language-name';
import type { CheckRule } from '../check-rule';

/** A translation was made from the text that stands there now. */
export const translationStale: CheckRule = {
  code: 'translation.stale',
  severity: 'warning',
  find: ({ flow, texts }) =>
    texts.flatMap(({ key, place, text }) => {
      const madeFrom = Object.entries(flow.translatedFrom[key] ?? {});
      const original = text[flow.defaultLanguage] ?? '';
      const current = madeFrom.length > 0 ? fingerprint(original) : '';
      return madeFrom
        .filter(
          ([language, code]) =>
            language !== flow.defaultLanguage && text[language]?.trim() && fingerprintOf(code) !== current,
        )
        .map(([language]) => ({
          place: { ...place, language },
          message: `The ${languageName(flow.defaultLanguage)} text has changed since it was translated into ${languageName(language)}.`,
          fix: 'Bring the translation up to date, or confirm that it still fits.',
        }));
    }),
};
