import { BACK, type Flow, type Transition, transition } from '../schema/flow';
import { inTurn, sharesOutcome } from './transition-order';

/** Where an end of a transition goes: to another state, or out of another outcome. */
export type NewEnds = Readonly<{ to?: string; from?: Readonly<{ state: string; outcome: string }> }>;

/**
 * Leads a transition elsewhere, or from elsewhere; it keeps its id and its condition. An outcome has one way without a
 * condition, so a way of that kind that is there already makes room. Of two ways that are the same then, one is left.
 * Ends that do not exist return the flow itself.
 */
export function reroute(flow: Flow, transitionId: string, { to, from }: NewEnds): Flow {
  const way = flow.transitions.find(({ id }) => id === transitionId);
  if (!way) return flow;
  const states = new Set<string>(flow.states.map(({ id }) => id));
  const moved = transition.safeParse({
    ...way,
    from: from?.state ?? way.from,
    outcome: from?.outcome ?? way.outcome,
    to: to ?? way.to,
  }).data;
  if (!moved || !states.has(moved.from) || (moved.to !== BACK && !states.has(moved.to))) return flow;
  if (moved.from === way.from && moved.outcome === way.outcome && moved.to === way.to) return flow;
  const isNewOutcome = !sharesOutcome(moved, way);
  const others = flow.transitions.filter(
    (other) => other === way || !(isSame(other, moved) || (isNewOutcome && makesRoom(other, moved))),
  );
  return {
    ...flow,
    transitions: inTurn(
      others.map((other) => (other === way ? moved : other)),
      moved,
    ),
  };
}

function isSame(one: Transition, other: Transition): boolean {
  return sharesOutcome(one, other) && one.to === other.to && conditionOf(one) === conditionOf(other);
}

function makesRoom(other: Transition, moved: Transition): boolean {
  return sharesOutcome(other, moved) && conditionOf(other) === '' && conditionOf(moved) === '';
}

function conditionOf({ condition }: Transition): string {
  return condition?.trim() ?? '';
}
