import { languageName } from '../../schema/language-name';
import type { CheckRule } from '../check-rule';
import { isForCustomers } from '../text-needs';

/** What customers read is there in every language of the flow. */
export const translationMissing: CheckRule = {
  code: 'translation.missing',
  severity: 'warning',
  find: ({ flow, texts }) =>
    texts
      .filter((text) => isForCustomers(text) && text.text[flow.defaultLanguage]?.trim())
      .flatMap(({ place, text }) =>
        flow.languages
          .filter((language) => language !== flow.defaultLanguage && !text[language]?.trim())
          .map((language) => ({
            place: { ...place, language },
            message: `This text has no ${languageName(language)}; the customer would read ${languageName(flow.defaultLanguage)}.`,
            fix: `Write it in ${languageName(language)}.`,
          })),
      ),
};
