import { choicesOfMessage } from '../../schema/message-template';
import type { CheckRule, Finding } from '../check-rule';
import type { CheckedFlow } from '../checked-flow';
import { nearestName } from '../known-names';

/** The slots that are asked for and filled are the customer's slots or variables of the flow. */
export const slotUnknown: CheckRule = {
  code: 'slot.unknown',
  severity: 'error',
  find: (flow) => {
    const { names } = flow;
    return slotsNamed(flow).flatMap(({ slot, place }): Finding[] => {
      if (names.slots.has(slot)) return [];
      const meant = nearestName(slot, names.slots.keys());
      const fix = meant === undefined ? 'Add it to the variables of the flow.' : `Perhaps "${meant}" is meant.`;
      return [{ place, message: `There is no slot or variable "${slot}".`, fix }];
    });
  },
};

function slotsNamed({ flow, states }: CheckedFlow): { slot: string; place: Finding['place'] }[] {
  const inStates = [...states.values()].flatMap(({ id, behaviour }) => {
    const filled = behaviour.choices.flatMap(({ fills }) => Object.keys(fills ?? {}));
    return [...new Set([...behaviour.slots, ...filled])].map((slot) => ({ slot, place: { state: id, path: slot } }));
  });
  const inRules = flow.rules.flatMap(({ id, action }) => {
    if (action.type === 'goTo') return [];
    const messages = action.type === 'changeLanguage' ? [action.say] : Object.values(action.answers).flat();
    const filled = messages.flatMap(choicesOfMessage).flatMap(({ fills }) => Object.keys(fills ?? {}));
    return [...new Set(filled)].map((slot) => ({ slot, place: { rule: id, path: slot } }));
  });
  return [...inStates, ...inRules];
}
