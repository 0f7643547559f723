import type { Flow, FlowState } from '@/flows/schema/flow';

/** The state with an id. Fast also when it is asked for hundreds of times: a flow's states are indexed once. */
export function findState(flow: Flow, id: string): FlowState | undefined {
  const known = indexes.get(flow.states);
  if (known) return known.get(id);
  const index = new Map(flow.states.map((state) => [state.id, state]));
  indexes.set(flow.states, index);
  return index.get(id);
}

const indexes = new WeakMap<readonly FlowState[], ReadonlyMap<string, FlowState>>();
