import { nodesOf } from '../../check/checked-source';
import { parseExpression } from '../../expressions/parse';
import { type Flow, flowVariable } from '../../schema/flow';
import type { SlotKind, SlotValue } from '../../schema/slots';
import { boundState } from '../../states/bound-state';

/** The flow with a variable of this name, of the kind that the values have which the flow gives it. */
export function withVariable(flow: Flow, name: string): Flow {
  if (flow.variables.some((variable) => variable.name === name)) return flow;
  const added = flowVariable.safeParse({ name, kind: kindOf(valuesGiven(flow, name)) });
  return added.success ? { ...flow, variables: [...flow.variables, added.data] } : flow;
}

function kindOf(values: readonly SlotValue[]): SlotKind {
  if (values.length === 0) return 'text';
  if (values.every((value) => typeof value === 'number' && value >= 0)) return 'number';
  return values.every((value) => typeof value === 'boolean') ? 'boolean' : 'text';
}

/** The values that the flow itself puts into a slot: by taps, and by what is set. */
export function valuesGiven(flow: Flow, name: string): SlotValue[] {
  return flow.states.flatMap((state) => {
    const tapped = boundState(state).choices.flatMap(({ fills }) => (fills?.[name] === undefined ? [] : [fills[name]]));
    if (state.type !== 'set') return tapped;
    const set = state.data.assignments.filter(({ slot }) => slot === name);
    return [...tapped, ...set.flatMap(({ expression }) => literalOf(expression))];
  });
}

function literalOf(source: string): SlotValue[] {
  const parsed = parseExpression(source);
  const [whole] = parsed.ok ? nodesOf(parsed.expression) : [];
  return whole?.type === 'literal' ? [whole.value] : [];
}
