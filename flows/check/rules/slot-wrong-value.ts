import type { Expression } from '../../expressions/syntax';
import type { SlotDefinition, SlotValue } from '../../schema/slots';
import type { CheckRule, Finding } from '../check-rule';
import type { CheckedFlow } from '../checked-flow';
import { nodesOf } from '../checked-source';
import type { CheckedState } from '../checked-state';
import { wrongValue } from '../wrong-value';

/** What is put into a slot, or compared with it, is a value that the slot can have. */
export const slotWrongValue: CheckRule = {
  code: 'slot.wrong_value',
  severity: 'error',
  find: (checked) => {
    const { names, flow, states, sources } = checked;
    const given: Given[] = [
      ...flow.variables.flatMap(({ name, initial }) =>
        initial === undefined ? [] : [{ slot: name, value: initial, place: { path: `variables.${name}` } }],
      ),
      ...[...states.values()].flatMap(valuesOfState),
      ...assignedLiterals(checked),
      ...sources.flatMap(({ place, expressions }) =>
        expressions.flatMap(nodesOf).flatMap((node) => comparedLiterals(node, names.slots, place)),
      ),
    ];
    return given.flatMap(({ slot, value, place }): Finding[] => {
      const definition = names.slots.get(slot);
      const wrong = definition && wrongValue(definition, value);
      if (!definition || !wrong) return [];
      return [{ place, message: `"${slot}" can't be ${JSON.stringify(value)}: ${wrong}.`, fix: fixFor(definition) }];
    });
  },
};

type Given = Readonly<{ slot: string; value: SlotValue; place: Finding['place'] }>;

function valuesOfState({ id, state, behaviour }: CheckedState): Given[] {
  const isChoose = state.type === 'choose';
  return behaviour.choices.flatMap((choice, index) =>
    Object.entries(choice.fills ?? {}).map(([slot, value]) => ({
      slot,
      value,
      place: { state: id, path: isChoose ? `options.${index}` : choice.id },
    })),
  );
}

function assignedLiterals({ states, sources }: CheckedFlow): Given[] {
  return sources.flatMap(({ place, kind, expressions: [assigned] }) => {
    const state = place.state === undefined ? undefined : states.get(place.state)?.state;
    if (kind !== 'expression' || state?.type !== 'set' || assigned?.type !== 'literal') return [];
    const slot = state.data.assignments[Number(place.path?.split('.')[1])]?.slot;
    return slot === undefined || place.transition !== undefined ? [] : [{ slot, value: assigned.value, place }];
  });
}

/** Choices only: a comparison with a number or text out of range is odd, but it is not impossible. */
function comparedLiterals(
  node: Expression,
  slots: ReadonlyMap<string, SlotDefinition>,
  place: Finding['place'],
): Given[] {
  if (node.type !== 'binary' || !['==', '!=', 'in', 'not in'].includes(node.operator)) return [];
  const [name, other] = node.left.type === 'name' ? [node.left, node.right] : [node.right, node.left];
  if (name.type !== 'name' || !slots.get(name.name)?.choices) return [];
  const literals = other.type === 'list' ? other.items : [other];
  return literals.flatMap((literal) =>
    literal.type === 'literal' ? [{ slot: name.name, value: literal.value, place }] : [],
  );
}

function fixFor({ choices }: SlotDefinition): string {
  return choices ? `Use one of ${choices.join(', ')}.` : 'Use a value of that kind.';
}
