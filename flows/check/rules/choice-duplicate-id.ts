import { type ChoiceTemplate, choicesOfMessage, type MessageTemplate } from '../../schema/message-template';
import type { CheckRule, Finding } from '../check-rule';
import type { CheckedFlow } from '../checked-flow';

/** What can be tapped in one state or rule is told apart by its id, also long after; one id means one thing. */
export const choiceDuplicateId: CheckRule = {
  code: 'choice.duplicate_id',
  severity: 'error',
  find: (flow) => speakersOf(flow).flatMap(({ place, choices }) => clashesAmong(choices, place)),
};

function speakersOf({ flow, states }: CheckedFlow): { place: Finding['place']; choices: readonly ChoiceTemplate[] }[] {
  const inStates = [...states.values()]
    .filter(({ state }) => state.type !== 'choose')
    .map(({ id, behaviour }) => ({ place: { state: id }, choices: behaviour.choices }));
  const inRules = flow.rules.map(({ id, action }) => {
    const messages: readonly MessageTemplate[] =
      action.type === 'goTo'
        ? []
        : action.type === 'changeLanguage'
          ? [action.say]
          : Object.values(action.answers).flat();
    return { place: { rule: id }, choices: messages.flatMap(choicesOfMessage) };
  });
  return [...inStates, ...inRules];
}

/** The same choice may be offered in several wordings of a question: then it means the same. */
function clashesAmong(choices: readonly ChoiceTemplate[], place: Finding['place']): Finding[] {
  const meanings = new Map<string, string>();
  const clashing = new Set<string>();
  for (const { id, fills, intent, title } of choices) {
    const says = fills === undefined && intent === undefined ? title : null;
    const meaning = JSON.stringify([fills ?? null, intent ?? null, says]);
    if ((meanings.get(id) ?? meaning) !== meaning) clashing.add(id);
    meanings.set(id, meaning);
  }
  return [...clashing].map((id) => ({
    place: { ...place, path: id },
    message: `The id "${id}" belongs to two choices that mean different things; a tap would mean the last of them.`,
    fix: 'Give each choice its own id.',
  }));
}
