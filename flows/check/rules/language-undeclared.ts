import { languageName } from '../../schema/language-name';
import type { CheckRule, Finding } from '../check-rule';
import type { CheckedFlow } from '../checked-flow';

/** The languages that are used are the languages of the flow. */
export const languageUndeclared: CheckRule = {
  code: 'language.undeclared',
  severity: 'error',
  find: (flow) => [...undeclaredDefault(flow), ...undeclaredTargets(flow), ...undeclaredTexts(flow)],
};

function undeclaredDefault({ flow }: CheckedFlow): Finding[] {
  if (flow.languages.includes(flow.defaultLanguage)) return [];
  return [
    {
      place: { path: 'defaultLanguage', language: flow.defaultLanguage },
      message: `The flow's own language, ${languageName(flow.defaultLanguage)}, is not among its languages.`,
      fix: 'Add it to the languages of the flow, or choose one of them.',
    },
  ];
}

function undeclaredTargets({ flow, states }: CheckedFlow): Finding[] {
  return [...states.values()].flatMap(({ id, state }) => {
    const language = state.type === 'set' ? state.data.language : undefined;
    if (language === undefined || flow.languages.includes(language)) return [];
    return [
      {
        place: { state: id, path: 'language' },
        message: `The state "${id}" changes to ${languageName(language)}, which the flow does not speak; nothing would happen.`,
        fix: 'Add it to the languages of the flow, or choose one of them.',
      },
    ];
  });
}

/** One hint for each text: an owner who takes a language away keeps its texts for later. */
function undeclaredTexts({ flow, texts }: CheckedFlow): Finding[] {
  return texts.flatMap(({ place, text }) =>
    Object.keys(text)
      .filter((language) => !flow.languages.includes(language) && language !== flow.defaultLanguage)
      .map((language) => ({
        place: { ...place, language },
        severity: 'hint' as const,
        message: `This text has ${languageName(language)}, which the flow does not speak.`,
        fix: 'Add the language to the flow, or remove the text.',
      })),
  );
}
