import { nearestName } from '../../check/known-names';
import type { Flow, Transition } from '../../schema/flow';
import { boundState } from '../../states/bound-state';
import { disconnect } from '../disconnect';
import { boldFix, type Fix, type FixRule, safeFix } from './fix';

/** A transition leads to the state that was meant, or to one that is chosen; without a start, or where it is not needed, it goes. */
export const transitionUnknownState: FixRule = {
  code: 'transition.unknown_state',
  fixes: ({ place: { state, transition: id = '' } }, flow) => {
    const way = flow.transitions.find((other) => other.id === id);
    const remove = safeFix('remove', 'Remove the transition', (now) => disconnect(now, [id]));
    if (state === undefined || !way) return [remove];
    const meant = nearestName(
      way.to,
      flow.states.map((other) => other.id),
    );
    const nearest: Fix[] =
      meant === undefined ? [] : [boldFix('nearest', `Lead it to “${meant}”`, (now) => leadTo(now, id, meant))];
    return [
      ...nearest,
      { kind: 'chooseState', id: 'choose', label: 'Lead it to…', change: (now, to) => leadTo(now, id, to) },
      ...(isNeeded(flow, way) ? [] : [remove]),
    ];
  },
};

function leadTo(flow: Flow, id: string, to: string): Flow {
  return { ...flow, transitions: flow.transitions.map((way) => (way.id === id ? { ...way, to } : way)) };
}

/** True for the only way of an outcome that must lead somewhere. */
function isNeeded(flow: Flow, { id, from, outcome }: Transition): boolean {
  if (flow.transitions.some((way) => way.id !== id && way.from === from && way.outcome === outcome)) return false;
  const state = flow.states.find((other) => other.id === from);
  const found = state && boundState(state).outcomes.find((other) => other.id === outcome);
  return found !== undefined && found.optional !== true;
}
