import { BACK, type Flow, type FlowState, type Transition } from '../schema/flow';
import { stateTypes } from '../states';
import type { BoundState } from '../states/define-state';

export type CheckedState = Readonly<{
  id: string;
  state: FlowState;
  behaviour: BoundState;
  /** In the order of the document. */
  transitions: readonly Transition[];
  /** The states that a transition of one of its outcomes leads to. */
  successors: readonly string[];
}>;

export function checkedStates(flow: Flow): ReadonlyMap<string, CheckedState> {
  const transitions = new Map<string, Transition[]>();
  for (const transition of flow.transitions) {
    const known = transitions.get(transition.from);
    if (known) known.push(transition);
    else transitions.set(transition.from, [transition]);
  }
  return new Map(flow.states.map((state) => [state.id, checkedState(state, transitions.get(state.id) ?? [])]));
}

function checkedState(state: FlowState, transitions: readonly Transition[]): CheckedState {
  const behaviour = stateTypes[state.type].bind(state.data);
  const outcomes = new Set(behaviour.outcomes.map(({ id }) => id));
  const successors = transitions.filter(({ to, outcome }) => to !== BACK && outcomes.has(outcome)).map(({ to }) => to);
  return { id: state.id, state, behaviour, transitions, successors: [...new Set(successors)] };
}
