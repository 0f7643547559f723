import { type Flow, type FlowState, flowState } from '../schema/flow';
import { sameJson } from './same-json';

/** Names a state for people; an empty name takes it away. What the schema refuses returns the flow itself. */
export function setStateName(flow: Flow, id: string, name: string): Flow {
  return withState(flow, id, ({ name: _was, ...state }) => (name.trim() === '' ? state : { ...state, name }));
}

/** Says that entering the state records a consent or its withdrawal; null takes that away. */
export function setConsent(flow: Flow, id: string, consent: NonNullable<FlowState['consent']> | null): Flow {
  return withState(flow, id, ({ consent: _was, ...state }) => (consent === null ? state : { ...state, consent }));
}

function withState(flow: Flow, id: string, change: (state: FlowState) => unknown): Flow {
  const state = flow.states.find((other) => other.id === id);
  const changed = state && flowState.safeParse(change(state)).data;
  if (!changed || sameJson(changed, state)) return flow;
  return { ...flow, states: flow.states.map((other) => (other === state ? changed : other)) };
}
