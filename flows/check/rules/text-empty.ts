import type { CheckRule, Finding } from '../check-rule';
import type { CheckedFlow } from '../checked-flow';
import { isOptionalText } from '../text-needs';

/** What is said says something in the flow's own language, which every other falls back to. */
export const textEmpty: CheckRule = {
  code: 'text.empty',
  severity: 'error',
  find: (flow) => [...emptyTexts(flow), ...listsWithoutLabel(flow)],
};

function emptyTexts({ flow, texts }: CheckedFlow): Finding[] {
  return texts
    .filter((text) => !isOptionalText(text) && !text.text[flow.defaultLanguage]?.trim())
    .map(({ place }) => ({
      place: { ...place, language: flow.defaultLanguage },
      message: 'This text is empty in the language of the flow.',
      fix: 'Write it, or remove this part.',
    }));
}

/** More than three options are shown as a list, and WhatsApp opens a list by a labelled button. */
function listsWithoutLabel({ states, texts, flow }: CheckedFlow): Finding[] {
  const inList = new Set(texts.filter(({ use }) => use === 'rowTitle').map(({ place }) => place.state));
  return [...states.values()]
    .filter(({ id, state }) => state.type === 'choose' && inList.has(id) && state.data.buttonLabel === undefined)
    .map(({ id }) => ({
      place: { state: id, path: 'buttonLabel', language: flow.defaultLanguage },
      message: 'These options are shown as a list, and the button that opens it has no label.',
      fix: 'Write the label of the list button, at most 20 characters.',
    }));
}
