import { type Flow, flowLimits } from '../schema/flow';
import { freeName, freeTransitionId, LONGEST_STATE_ID } from './free-name';

type Offset = Readonly<{ x: number; y: number }>;

/**
 * Copies states with the transitions among them, beside the originals; ways to and from other states are not copied. The
 * copies are the last states. A flow that has no room for them is returned as it is.
 */
export function duplicateStates(flow: Flow, ids: readonly string[], offset: Offset = { x: 40, y: 40 }): Flow {
  const chosen = new Set(ids);
  const originals = flow.states.filter(({ id }) => chosen.has(id));
  if (originals.length === 0 || flow.states.length + originals.length > flowLimits.states) return flow;
  const copyOf = copyNames(
    flow,
    originals.map(({ id }) => id),
  );
  const states = originals.map((state) => ({
    ...state,
    id: copyOf.get(state.id) ?? state.id,
    position: { x: state.position.x + offset.x, y: state.position.y + offset.y },
  }));
  const transitions = [...flow.transitions, ...copiedTransitions(flow, copyOf)];
  if (transitions.length > flowLimits.transitions) return flow;
  return {
    ...flow,
    states: [...flow.states, ...states],
    transitions,
    translatedFrom: { ...flow.translatedFrom, ...copiedFingerprints(flow, copyOf) },
  };
}

function copyNames(flow: Flow, ids: readonly string[]): Map<string, string> {
  const taken = new Set(flow.states.map(({ id }) => id));
  return new Map(
    ids.map((id) => {
      const copy = freeName(id, taken, LONGEST_STATE_ID);
      taken.add(copy);
      return [id, copy];
    }),
  );
}

function copiedTransitions(flow: Flow, copyOf: ReadonlyMap<string, string>): Flow['transitions'] {
  const taken = new Set(flow.transitions.map(({ id }) => id));
  return flow.transitions.flatMap((transition) => {
    const from = copyOf.get(transition.from);
    const to = transition.to.startsWith('@') ? transition.to : copyOf.get(transition.to);
    if (from === undefined || to === undefined) return [];
    const id = freeTransitionId(from, transition.outcome, taken);
    taken.add(id);
    return [{ ...transition, id, from, to }];
  });
}

function copiedFingerprints(flow: Flow, copyOf: ReadonlyMap<string, string>): Flow['translatedFrom'] {
  const copies = Object.entries(flow.translatedFrom).flatMap(([key, record]) => {
    const slash = key.indexOf('/');
    const copy = copyOf.get(key.slice(0, slash));
    return copy === undefined ? [] : [[copy + key.slice(slash), { ...record }] as const];
  });
  return Object.fromEntries(copies);
}
