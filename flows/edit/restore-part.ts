import { BACK, type Flow, flowRule, flow as flowSchema, flowState, type Transition } from '../schema/flow';
import type { IssuePlace } from '../schema/flow-issue';
import type { FlowChange } from './diff-flows';
import { idOfItem, type ListItem, listNames } from './flow-lists';
import { keepSame } from './keep-same';
import { removeState } from './remove-state';
import { restorePath } from './restore-path';
import { restoreSource, restoreSources } from './restore-sources';
import { sameJson } from './same-json';

/** One change that `diffFlows` found, by what it is about. */
export type FlowPart = Pick<FlowChange, 'kind' | 'place'>;

/**
 * Takes one change back: makes the part of the flow that it is about what it was in `earlier`, and leaves the rest alone.
 * A state that was removed comes back with its transitions. Where the part has no place any more, the flow itself is returned.
 */
export function restorePart(flow: Flow, earlier: Flow, { kind, place }: FlowPart): Flow {
  if (place.transition !== undefined) return restoreTransition(flow, earlier, place.transition);
  if (place.rule !== undefined) return restoreRule(flow, earlier, place.rule, place);
  if (place.state === undefined)
    return place.path === undefined ? restoreOrder(flow, earlier) : restoreTop(flow, earlier, place.path);
  if (kind === 'moved') return restorePosition(flow, earlier, place.state);
  return place.path === undefined
    ? restoreState(flow, earlier, place.state)
    : restoreInState(flow, earlier, place.state, place);
}

function restoreTransition(flow: Flow, earlier: Flow, id: string): Flow {
  const was = itemOf(earlier.transitions, id);
  if (was && !leadsSomewhere(flow, was)) return flow;
  const transitions = withItem(flow.transitions, earlier.transitions, id);
  return transitions === flow.transitions ? flow : { ...flow, transitions };
}

function leadsSomewhere({ states }: Flow, { from, to }: Transition): boolean {
  const ids = new Set<string>(states.map(({ id }) => id));
  return ids.has(from) && (to === BACK || ids.has(to));
}

function restoreState(flow: Flow, earlier: Flow, id: string): Flow {
  const was = itemOf(earlier.states, id);
  const is = itemOf(flow.states, id);
  if (!was) return removeState(flow, id);
  const states = withItem(flow.states, earlier.states, id);
  if (states === flow.states) return flow;
  if (is) {
    const inPlace = states.map((state) => (state.id === id ? { ...was, position: is.position } : state));
    return restoreSources({ ...flow, states: inPlace }, earlier, (key) => key.startsWith(`${id}/`));
  }
  const back = restoreSources({ ...flow, states }, earlier, (key) => key.startsWith(`${id}/`));
  const ways = earlier.transitions.filter(({ from, to }) => from === id || to === id);
  return ways.reduce((current, way) => restoreTransition(current, earlier, way.id), back);
}

function restorePosition(flow: Flow, earlier: Flow, id: string): Flow {
  const was = itemOf(earlier.states, id);
  const is = itemOf(flow.states, id);
  if (!was || !is || sameJson(was.position, is.position)) return flow;
  return { ...flow, states: flow.states.map((state) => (state === is ? { ...is, position: was.position } : state)) };
}

/** A path may lie in the state's data or beside it ("name"); where it lies in both and both changed, both are restored. */
function restoreInState(flow: Flow, earlier: Flow, id: string, place: IssuePlace): Flow {
  const was = itemOf(earlier.states, id);
  const is = itemOf(flow.states, id);
  if (!was || !is) return flow;
  const { data: dataWas, ...restWas } = was;
  const { data: dataIs, ...restIs } = is;
  const path = pathOf(place);
  const rest = Object(restorePath(restIs, restWas, path));
  const restored = flowState.safeParse({ ...rest, data: restorePath(dataIs, dataWas, path) });
  if (!restored.success) return flow;
  const states = sameJson(is, restored.data)
    ? flow.states
    : flow.states.map((state) => (state === is ? restored.data : state));
  return restoreSourcesAt(states === flow.states ? flow : { ...flow, states }, earlier, id, place);
}

function restoreRule(flow: Flow, earlier: Flow, id: string, place: IssuePlace): Flow {
  const was = itemOf(earlier.rules, id);
  const is = itemOf(flow.rules, id);
  if (place.path === undefined || !was || !is) {
    const rules = withItem(flow.rules, earlier.rules, id);
    if (rules === flow.rules) return flow;
    return restoreSources({ ...flow, rules }, earlier, (key) => key.startsWith(`rule:${id}/`));
  }
  const restored = flowRule.safeParse(restorePath(is, was, pathOf(place)));
  if (!restored.success) return flow;
  const rules = sameJson(is, restored.data)
    ? flow.rules
    : flow.rules.map((rule) => (rule === is ? restored.data : rule));
  return restoreSourcesAt(rules === flow.rules ? flow : { ...flow, rules }, earlier, `rule:${id}`, place);
}

function restoreSourcesAt(flow: Flow, earlier: Flow, owner: string, { path, language }: IssuePlace): Flow {
  const at = `${owner}/${path}`;
  if (language !== undefined) return restoreSource(flow, earlier, at, language);
  return restoreSources(flow, earlier, (key) => key === at || key.startsWith(`${at}.`));
}

function pathOf({ path = '', language }: IssuePlace): readonly string[] {
  return [...path.split('.'), ...(language === undefined ? [] : [language])];
}

/** Notes, groups and variables by their ids, everything else by its path. */
function restoreTop(flow: Flow, earlier: Flow, path: string): Flow {
  const [list, id] = namedItem(flow, earlier, path);
  const restored = list
    ? { ...flow, [list]: withItem<ListItem>(flow[list], earlier[list], id) }
    : restorePath(flow, earlier, path.split('.'));
  const parsed = flowSchema.safeParse(restored);
  if (!parsed.success || !itemOf(flow.states, parsed.data.start)) return flow;
  return keepSame(flow, parsed.data);
}

function namedItem(flow: Flow, earlier: Flow, path: string) {
  const lists = ['notes', 'groups', 'variables'] as const;
  const found = lists.flatMap((list) =>
    [...flow[list], ...earlier[list]]
      .map(idOfItem)
      .filter((id) => path === `${list}.${id}` || path.startsWith(`${list}.${id}.`))
      .map((id) => [list, id] as const),
  );
  return found[0] ?? ([null, ''] as const);
}

/** What both have, in the order that it had; the rest stays where it is. */
function restoreOrder(flow: Flow, earlier: Flow): Flow {
  const ordered = Object.fromEntries(
    listNames.map((list) => [list, inOrderOf<ListItem>(flow[list], earlier[list])] as const),
  );
  return keepSame(flow, { ...flow, ...ordered });
}

function inOrderOf<T extends ListItem>(items: readonly T[], earlier: readonly T[]): T[] {
  const known = new Map(items.map((item) => [idOfItem(item), item]));
  const ordered = earlier.flatMap((item) => known.get(idOfItem(item)) ?? []);
  const shared = new Set(ordered);
  return items.map((item) => (shared.has(item) ? (ordered.shift() ?? item) : item));
}

function itemOf<T extends ListItem>(items: readonly T[], id: string): T | undefined {
  return items.find((item) => idOfItem(item) === id);
}

/** The list with one item as it was: changed back, taken out, or put back behind what it stood behind. */
function withItem<T extends ListItem>(items: T[], earlier: readonly T[], id: string): T[] {
  const was = itemOf(earlier, id);
  const is = itemOf(items, id);
  if (sameJson(was, is)) return items;
  if (!was) return items.filter((item) => item !== is);
  if (is) return items.map((item) => (item === is ? was : item));
  const before = earlier.slice(0, earlier.indexOf(was)).map(idOfItem);
  const behind = items.findLastIndex((item) => before.includes(idOfItem(item)));
  return items.toSpliced(behind + 1, 0, was);
}
