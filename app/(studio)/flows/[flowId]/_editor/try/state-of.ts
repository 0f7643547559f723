import { nameOfState } from '@/app/(studio)/_flow/name-of-state';
import type { Flow, FlowState } from '@/flows/schema/flow';

const indexes = new WeakMap<Flow['states'], ReadonlyMap<string, FlowState>>();

/** A state of a flow by its id; each list of states is indexed once. */
export function stateOf(flow: Flow | undefined, id: string): FlowState | undefined {
  if (!flow) return undefined;
  const index = indexes.get(flow.states) ?? new Map(flow.states.map((state) => [state.id, state]));
  indexes.set(flow.states, index);
  return index.get(id);
}

/** What people call a state; the id of one that the flow does not have. */
export function nameIn(flow: Flow | undefined, id: string): string {
  const state = stateOf(flow, id);
  return state ? nameOfState(state) : id;
}
