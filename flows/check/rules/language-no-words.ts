import { languageName } from '../../schema/language-name';
import type { CheckRule } from '../check-rule';

/** Every language of the flow has words for amounts, dates and labels. */
export const languageNoWords: CheckRule = {
  code: 'language.no_words',
  severity: 'error',
  find: ({ flow, options: { packs } }) =>
    flow.languages
      .filter((language) => packs && !Object.hasOwn(packs, language))
      .map((language) => ({
        place: { path: 'languages', language },
        message: `The flow speaks ${languageName(language)}, and this installation has no words for it.`,
        fix: 'Remove the language from the flow, or add its folder to the language packs.',
      })),
};
