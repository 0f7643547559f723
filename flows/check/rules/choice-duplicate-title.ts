import { languageName } from '../../schema/language-name';
import type { CheckRule } from '../check-rule';
import { choiceGroupsOf } from '../choice-groups';

/** The choices of one message read differently in each language; WhatsApp refuses buttons with equal titles. */
export const choiceDuplicateTitle: CheckRule = {
  code: 'choice.duplicate_title',
  severity: 'error',
  find: ({ texts, flow }) =>
    choiceGroupsOf(texts).flatMap(({ place, titles }) =>
      flow.languages.flatMap((language) => {
        const seen = new Set<string>();
        return titles.flatMap((title) => {
          const shown = (title.text[language] || title.text[flow.defaultLanguage] || '').trim();
          const isRepeated = shown !== '' && seen.has(shown);
          seen.add(shown);
          if (!isRepeated) return [];
          return [
            {
              place: { ...place, path: title.path, language },
              message: `Two choices of this message read "${shown}" in ${languageName(language)}.`,
              fix: 'Word them differently.',
            },
          ];
        });
      }),
    ),
};
