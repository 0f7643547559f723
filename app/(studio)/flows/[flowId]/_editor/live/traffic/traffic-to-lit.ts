import type { Lit } from '../../lit';
import type { Traffic } from '../live-types';

/** What came through a version as the canvas lights it up. A share is of the sessions that came to the state. */
export function trafficToLit({ states, transitions }: Traffic): NonNullable<Lit['traffic']> {
  return {
    most: transitions.reduce((most, { sessions }) => Math.max(most, sessions), 0),
    states: new Map(
      states.map(({ state, sessions, endedHere, medianSeconds }) => [
        state,
        { sessions, droppedShare: shareOf(endedHere, sessions), medianSeconds },
      ]),
    ),
    transitions: new Map(transitions.map(({ transition, sessions }) => [transition, sessions])),
  };
}

/** 0..1, also where nobody came. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}
