import type { Flow } from '../../schema/flow';
import { disconnect } from '../disconnect';
import { boldFix, type FixRule, safeFix } from './fix';

/** A transition that is never taken goes, or comes before the one that hides it. */
export const transitionNeverTaken: FixRule = {
  code: 'transition.never_taken',
  fixes: ({ place: { transition: id = '' } }, flow) => {
    const hidden = flow.transitions.find((way) => way.id === id);
    const isHiddenByOpen = hidden?.condition && !flow.transitions.some((way) => isSameWay(way, hidden));
    return [
      safeFix('remove', 'Remove the transition', (now) => disconnect(now, [id])),
      ...(isHiddenByOpen ? [boldFix('first', 'Look at it first', (now) => withFirst(now, id))] : []),
    ];
  },
};

type Way = Flow['transitions'][number];

function isSameWay(one: Way, other: Way): boolean {
  return one !== other && one.from === other.from && one.outcome === other.outcome && one.condition === other.condition;
}

function withFirst(flow: Flow, id: string): Flow {
  const moved = flow.transitions.find((way) => way.id === id);
  const first = flow.transitions.find((way) => way.from === moved?.from && way.outcome === moved?.outcome);
  if (!moved || !first || first === moved) return flow;
  const others = flow.transitions.filter((way) => way !== moved);
  const at = others.indexOf(first);
  return { ...flow, transitions: [...others.slice(0, at), moved, ...others.slice(at)] };
}
