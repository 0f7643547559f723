import { BACK, type Flow, type Transition } from '../schema/flow';
import { groupBy } from './group-by';

/**
 * Removes states and their transitions. Where one way leads into what is removed and one way leads on through it, the way
 * in leads on to where that led. Rules that go there are kept, for their owner to decide; a group that loses all its states
 * goes too. Of all the states of a flow the start stays.
 */
export function removeStates(flow: Flow, ids: readonly string[]): Flow {
  const removed = removable(flow, ids);
  if (removed.size === 0) return flow;
  const waysOut = groupBy(flow.transitions, ({ from }) => from);
  const relinked = relinkedWays(flow, removed, waysOut);
  const states = flow.states.filter(({ id }) => !removed.has(id));
  const start = wayOn(flow.start, removed, waysOut) ?? states[0]?.id ?? flow.start;
  return {
    ...flow,
    states,
    transitions: flow.transitions.flatMap((way) => {
      if (removed.has(way.from)) return [];
      if (!removed.has(way.to)) return [way];
      const to = relinked.get(way);
      return to === undefined ? [] : [{ ...way, to }];
    }),
    start: removed.has(flow.start) ? start : flow.start,
    rules: flow.rules.map((rule) => {
      const except = rule.except.filter((id) => !removed.has(id));
      return except.length === rule.except.length ? rule : { ...rule, except };
    }),
    groups: withoutStates(flow.groups, removed),
    translatedFrom: Object.fromEntries(
      Object.entries(flow.translatedFrom).filter(([key]) => !removed.has(key.slice(0, key.indexOf('/')))),
    ),
  };
}

/** Groups without these states; one that has lost its last state is gone. */
export function withoutStates(groups: Flow['groups'], ids: ReadonlySet<string>): Flow['groups'] {
  if (!groups.some(({ states }) => states.some((id) => ids.has(id)))) return groups;
  return groups.flatMap((group) => {
    const states = group.states.filter((id) => !ids.has(id));
    if (states.length === group.states.length) return [group];
    return states.length > 0 ? [{ ...group, states }] : [];
  });
}

function removable(flow: Flow, ids: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(ids);
  const removed = new Set(flow.states.map(({ id }) => id).filter((id) => wanted.has(id)));
  if (removed.size < flow.states.length) return removed;
  removed.delete(removed.has(flow.start) ? flow.start : (flow.states[0]?.id ?? ''));
  return removed;
}

type WaysOut = ReadonlyMap<string, readonly Transition[]>;

/** The ways in that lead on, with their new targets: the only one into its cluster of neighbours that are removed together. */
function relinkedWays(flow: Flow, removed: ReadonlySet<string>, waysOut: WaysOut): ReadonlyMap<Transition, string> {
  const clusterOf = clustersOf(flow, removed);
  const waysIn = flow.transitions.filter(({ from, to }) => removed.has(to) && !removed.has(from));
  const relinked = new Map<Transition, string>();
  for (const [way, ...others] of groupBy(waysIn, ({ to }) => clusterOf.get(to)).values()) {
    const target = way && others.length === 0 ? wayOn(way.to, removed, waysOut) : null;
    if (way && target !== null && target !== way.from) relinked.set(way, target);
  }
  return relinked;
}

/** For each removed state a name of the cluster that it hangs together with. */
function clustersOf(flow: Flow, removed: ReadonlySet<string>): ReadonlyMap<string, string> {
  const neighbours = new Map<string, string[]>([...removed].map((id) => [id, []]));
  for (const { from, to } of flow.transitions) {
    if (!neighbours.has(to)) continue;
    neighbours.get(from)?.push(to);
    if (neighbours.has(from)) neighbours.get(to)?.push(from);
  }
  const clusterOf = new Map<string, string>();
  for (const name of removed) {
    const waiting = [name];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (clusterOf.has(id)) continue;
      clusterOf.set(id, name);
      waiting.push(...(neighbours.get(id) ?? []));
    }
  }
  return clusterOf;
}

/** The first state that stays on the only way through removed ones, or null. */
function wayOn(start: string, removed: ReadonlySet<string>, waysOut: WaysOut): string | null {
  const seen = new Set<string>();
  for (let id: string | null = start; id !== null && !seen.has(id); ) {
    if (!removed.has(id)) return id;
    seen.add(id);
    id = onlyTarget((waysOut.get(id) ?? []).filter(({ from, to }) => to !== from));
  }
  return null;
}

/** A condition would be lost, and a way back belongs to the state that is removed. */
function onlyTarget([first, ...others]: readonly Transition[]): string | null {
  return first && others.length === 0 && first.to !== BACK && !first.condition ? first.to : null;
}
