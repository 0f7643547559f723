import { BACK, type Flow, type Transition } from '../schema/flow';

/**
 * Removes a state and its transitions. With exactly one way in and one way out, the way in leads on to where the state
 * led. Rules that go there are kept, for their owner to decide. The only state of a flow stays.
 */
export function removeState(flow: Flow, id: string): Flow {
  const states = flow.states.filter((state) => state.id !== id);
  if (states.length === 0 || states.length === flow.states.length) return flow;
  const next = onlyWayOn(flow, id);
  const transitions = flow.transitions.flatMap((transition) => {
    if (transition.from === id) return [];
    if (transition.to !== id) return [transition];
    return next === null ? [] : [{ ...transition, to: next }];
  });
  const fallback = states[0]?.id ?? flow.start;
  return {
    ...flow,
    states,
    transitions,
    start: flow.start === id ? (onlyTarget(waysOut(flow, id)) ?? fallback) : flow.start,
    rules: flow.rules.map((rule) => ({ ...rule, except: rule.except.filter((state) => state !== id) })),
    translatedFrom: Object.fromEntries(
      Object.entries(flow.translatedFrom).filter(([key]) => !key.startsWith(`${id}/`)),
    ),
  };
}

function onlyWayOn(flow: Flow, id: string): string | null {
  const [wayIn, ...otherWaysIn] = flow.transitions.filter(({ from, to }) => to === id && from !== id);
  const target = onlyTarget(waysOut(flow, id));
  if (!wayIn || otherWaysIn.length > 0 || target === null) return null;
  return target === wayIn.from ? null : target;
}

function waysOut(flow: Flow, id: string): Transition[] {
  return flow.transitions.filter(({ from, to }) => from === id && to !== id);
}

/** A condition would be lost, and a way back belongs to the state that is removed. */
function onlyTarget([first, ...others]: readonly Transition[]): string | null {
  return first && others.length === 0 && first.to !== BACK && !first.condition ? first.to : null;
}
