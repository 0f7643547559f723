import type { Flow } from '../schema/flow';

/** Removes transitions by id. */
export function disconnect(flow: Flow, transitionIds: readonly string[]): Flow {
  const removed = new Set(transitionIds);
  return { ...flow, transitions: flow.transitions.filter(({ id }) => !removed.has(id)) };
}
