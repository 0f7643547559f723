import { type Flow, flowLimits, flowState } from '../schema/flow';
import { type StateType, stateTypes } from '../states';
import { freeName, LONGEST_STATE_ID } from './free-name';

export type NewState = Readonly<{
  type: StateType;
  position: Readonly<{ x: number; y: number }>;
  /** Made from the type when it is absent or taken. */
  id?: string;
  name?: string;
  /** The type's example when absent. */
  data?: unknown;
}>;

/** Adds a state. An edit that can't be made, such as one with data that the type refuses, returns the flow itself. */
export function addState(flow: Flow, { type, position, id, name, data }: NewState): Flow {
  if (flow.states.length >= flowLimits.states) return flow;
  const wanted = id ?? type.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const taken = flow.states.map((state) => state.id);
  const added = flowState.safeParse({
    id: freeName(wanted, taken, LONGEST_STATE_ID),
    type,
    position: { ...position },
    data: data ?? stateTypes[type].example,
    ...(name === undefined ? {} : { name }),
  });
  return added.success ? { ...flow, states: [...flow.states, added.data] } : flow;
}
