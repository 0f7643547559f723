import type { Flow } from '../schema/flow';

/** Removes transitions by id; when none of them is there, the flow itself is returned. */
export function disconnect(flow: Flow, transitionIds: readonly string[]): Flow {
  const removed = new Set(transitionIds);
  const transitions = flow.transitions.filter(({ id }) => !removed.has(id));
  return transitions.length === flow.transitions.length ? flow : { ...flow, transitions };
}
