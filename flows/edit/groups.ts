import { type CanvasGroup, canvasGroup, type Flow, flowLimits } from '../schema/flow';
import { freeName, LONGEST_CANVAS_ID } from './free-name';
import { withoutStates } from './remove-states';
import { sameJson } from './same-json';

/** Draws states together as a new group, the last of the list; they leave the groups they were in. */
export function groupStates(flow: Flow, ids: readonly string[], name: string): Flow {
  const chosen = new Set(ids);
  const states = flow.states.map(({ id }) => id).filter((id) => chosen.has(id));
  const others = withoutStates(flow.groups, chosen);
  const taken = flow.groups.map(({ id }) => id);
  const group = canvasGroup.safeParse({ id: freeName('group', taken, LONGEST_CANVAS_ID), name, states }).data;
  if (!group || states.length === 0 || others.length >= flowLimits.groups) return flow;
  return { ...flow, groups: [...others, group] };
}

/** Takes a group away; its states stay where they are. */
export function ungroup(flow: Flow, id: string): Flow {
  const groups = flow.groups.filter((group) => group.id !== id);
  return groups.length === flow.groups.length ? flow : { ...flow, groups };
}

/** Changes what is given of a group; states that it gets leave the groups they were in. */
export function setGroup(flow: Flow, id: string, change: Partial<Omit<CanvasGroup, 'id'>>): Flow {
  const was = flow.groups.find((group) => group.id === id);
  if (!was) return flow;
  const known = new Set<string>(flow.states.map((state) => state.id));
  const states = [...new Set(change.states ?? was.states)].filter((state) => known.has(state));
  const group = canvasGroup.safeParse({ ...was, ...change, states }).data;
  if (!group || sameJson(was, group)) return flow;
  const own = new Set(states);
  const groups = flow.groups.flatMap((other) => (other === was ? [group] : withoutStates([other], own)));
  return { ...flow, groups };
}

/** Folds a group into one card, or unfolds it. */
export function toggleGroup(flow: Flow, id: string): Flow {
  const group = flow.groups.find((other) => other.id === id);
  return group ? setGroup(flow, id, { isCollapsed: !group.isCollapsed }) : flow;
}

/** Takes states out of their groups; a group that loses its last state is gone. */
export function takeOutOfGroups(flow: Flow, ids: readonly string[]): Flow {
  const groups = withoutStates(flow.groups, new Set(ids));
  return groups === flow.groups ? flow : { ...flow, groups };
}

/** The group of each state that is in one: of several that name it, the last. */
export function groupsByState(flow: Flow): ReadonlyMap<string, CanvasGroup> {
  return new Map(flow.groups.flatMap((group) => group.states.map((state) => [state, group])));
}
