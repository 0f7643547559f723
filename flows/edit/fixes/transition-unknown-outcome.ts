import { nearestName } from '../../check/known-names';
import type { Flow } from '../../schema/flow';
import { boundState } from '../../states/bound-state';
import { disconnect } from '../disconnect';
import { boldFix, type FixRule, safeFix } from './fix';

/** A transition starts at the outcome that was meant, or goes. */
export const transitionUnknownOutcome: FixRule = {
  code: 'transition.unknown_outcome',
  fixes: ({ place: { state, transition: id = '' } }, flow) => {
    const owner = flow.states.find((other) => other.id === state);
    const way = flow.transitions.find((other) => other.id === id);
    const outcomes = owner ? boundState(owner).outcomes.map((outcome) => outcome.id) : [];
    const meant = way && nearestName(way.outcome, outcomes);
    return [
      ...(meant === undefined ? [] : [boldFix('nearest', `Start at “${meant}”`, (now) => startAt(now, id, meant))]),
      safeFix('remove', 'Remove the transition', (now) => disconnect(now, [id])),
    ];
  },
};

function startAt(flow: Flow, id: string, outcome: string): Flow {
  return {
    ...flow,
    transitions: flow.transitions.map((way) => (way.id === id ? { ...way, outcome } : way)),
  };
}
