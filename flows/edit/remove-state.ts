import type { Flow } from '../schema/flow';
import { removeStates } from './remove-states';

/** Removes one state, as `removeStates` does; the only state of a flow stays. */
export function removeState(flow: Flow, id: string): Flow {
  return removeStates(flow, [id]);
}
