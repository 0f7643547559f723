import type { FlowState } from '../schema/flow';
import type { BoundState } from './define-state';
import { stateTypes } from './index';

const known = new WeakMap<FlowState, BoundState>();

/** What a state's data makes of its type. States never change, so each is bound once. */
export function boundState(state: FlowState): BoundState {
  const bound = known.get(state) ?? stateTypes[state.type].bind(state.data);
  known.set(state, bound);
  return bound;
}
