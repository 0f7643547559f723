import { boldFix, type FixRule } from './fix';

/** A language that can't be spoken here leaves the flow; its texts stay in the document, for an installation that has it. */
export const languageNoWords: FixRule = {
  code: 'language.no_words',
  fixes: ({ place }, flow) => {
    if (place.language === flow.defaultLanguage || flow.languages.length < 2) return [];
    return [
      boldFix('remove', 'Remove the language from the flow', (now) => ({
        ...now,
        languages: now.languages.filter((language) => language !== place.language),
      })),
    ];
  },
};
