import type { Flow } from '../schema/flow';

export type Positions = ReadonlyMap<string, Readonly<{ x: number; y: number }>>;

/** Puts states elsewhere on the canvas. */
export function moveStates(flow: Flow, positions: Positions): Flow {
  return {
    ...flow,
    states: flow.states.map((state) => {
      const position = positions.get(state.id);
      return position ? { ...state, position: { ...position } } : state;
    }),
  };
}
