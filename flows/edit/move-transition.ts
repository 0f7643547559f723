import type { Flow } from '../schema/flow';
import type { Direction } from './moved-item';
import { sharesOutcome } from './transition-order';

/**
 * Tries a transition earlier (`up`) or later (`down`) among the ways of its outcome, of which the first that holds is
 * taken. At the end of the row the flow itself is returned.
 */
export function moveTransition(flow: Flow, id: string, direction: Direction): Flow {
  const at = flow.transitions.findIndex((way) => way.id === id);
  const way = flow.transitions[at];
  if (!way) return flow;
  const neighbour =
    direction === 'up'
      ? flow.transitions.findLastIndex((other, index) => index < at && sharesOutcome(other, way))
      : flow.transitions.findIndex((other, index) => index > at && sharesOutcome(other, way));
  const other = flow.transitions[neighbour];
  if (!other) return flow;
  return { ...flow, transitions: flow.transitions.with(at, other).with(neighbour, way) };
}
