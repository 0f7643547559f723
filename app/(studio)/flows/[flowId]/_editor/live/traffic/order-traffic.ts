import type { StateTraffic, TransitionTraffic } from '../live-types';

/** Below this many sessions a share says nothing. */
export const FEWEST_FOR_SHARES = 20;

/** The states where most are lost first; those that lose nobody by how many came. */
export function byDropOff(states: readonly StateTraffic[]): readonly StateTraffic[] {
  return states.toSorted(
    (one, other) =>
      other.endedHere - one.endedHere || other.sessions - one.sessions || (one.state < other.state ? -1 : 1),
  );
}

/** The transitions that most sessions took first. */
export function byCount(transitions: readonly TransitionTraffic[]): readonly TransitionTraffic[] {
  return transitions.toSorted(
    (one, other) => other.sessions - one.sessions || (one.transition < other.transition ? -1 : 1),
  );
}

/** True where there are enough sessions to speak of shares. */
export function hasShares(sessions: number): boolean {
  return sessions >= FEWEST_FOR_SHARES;
}
