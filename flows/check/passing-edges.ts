import { BACK } from '../schema/flow';
import type { CheckedFlow } from './checked-flow';
import type { CheckedState } from './checked-state';

/** Where a turn goes on at once, without waiting: always, or under some condition. Certain edges are possible too. */
export type PassingEdges = Readonly<{
  certain: ReadonlyMap<string, readonly string[]>;
  possible: ReadonlyMap<string, readonly string[]>;
}>;

/** The transitions between states that never wait; "@back" stands for all the states that one may come back to. */
export function passingEdges({ states, backTargets }: CheckedFlow): PassingEdges {
  const passing = [...states.values()].filter(({ behaviour }) => !behaviour.waits);
  const isPassing = new Set(passing.map(({ id }) => id));
  const certain = new Map<string, string[]>();
  const possible = new Map<string, string[]>();
  possible.set(
    BACK,
    backTargets.filter((id) => isPassing.has(id)),
  );
  for (const state of passing) {
    const onward = state.successors.filter((id) => isPassing.has(id));
    possible.set(state.id, state.transitions.some(({ to }) => to === BACK) ? [...onward, BACK] : onward);
    certain.set(
      state.id,
      certainTargets(state).filter((id) => isPassing.has(id)),
    );
  }
  return { certain, possible };
}

/** Where a state goes whatever the values are: it has one outcome, and that outcome's first transition no condition. */
function certainTargets({ state, behaviour, transitions }: CheckedState): string[] {
  const [only, ...others] = behaviour.outcomes;
  // What a called flow does on the way is its own: it may well wait.
  if (!only || others.length > 0 || state.type === 'subflow') return [];
  const first = transitions.find(({ outcome }) => outcome === only.id);
  return first && !first.condition && first.to !== BACK ? [first.to] : [];
}
