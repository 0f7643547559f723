import { checkedStates } from '../check/checked-state';
import { textsOfState } from '../check/checked-text';
import { BACK, type Flow, flowLimits, type Transition } from '../schema/flow';
import { listNames } from './flow-lists';
import type { Fragment } from './fragment';
import { freeName, freeTransitionId, LONGEST_CANVAS_ID, LONGEST_STATE_ID } from './free-name';
import { rebasedRecords } from './rebased-records';

type Position = Readonly<{ x: number; y: number }>;

/** A way that leads nowhere in this flow: out of which pasted state and outcome, and to which state it led. */
export type BrokenWay = Readonly<{ from: string; outcome: string; to: string }>;

/** `pasted`: the ids that the states have here, in the fragment's order. */
export type Pasted = Readonly<{ flow: Flow; pasted: readonly string[]; broken: readonly BrokenWay[] }>;

/**
 * Adds a fragment, its top left corner at a position. Names that are taken are changed; ways out lead on where this flow
 * has a state of that name, else they are listed as broken; variables that this flow lacks are added. Texts keep all their
 * languages. A fragment that would make the flow too large adds nothing.
 */
export function pasteFragment(flow: Flow, fragment: Fragment, position: Position): Pasted {
  const names = freeNames(flow.states, fragment.states, LONGEST_STATE_ID);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const known = new Set<string>(flow.states.map(({ id }) => id));
  const ways = fragment.transitions
    .filter(({ from }) => names.has(from))
    .map((way) => ({ way, isLost: way.to !== BACK && !names.has(way.to) && !known.has(way.to) }));
  const variables = new Set<string>(flow.variables.map(({ name }) => name));
  const move = moveTo(fragment, position);
  const grown = {
    ...flow,
    states: [...flow.states, ...fragment.states.map((state) => move({ ...state, id: nameOf(state.id) }))],
    transitions: [
      ...flow.transitions,
      ...pastedWays(
        flow,
        ways.flatMap(({ way, isLost }) => (isLost ? [] : [way])),
        nameOf,
      ),
    ],
    variables: [...flow.variables, ...fragment.variables.filter(({ name }) => !variables.has(name))],
    notes: [...flow.notes, ...renamed(flow.notes, fragment.notes).map(move)],
    groups: [
      ...flow.groups,
      ...renamed(flow.groups, fragment.groups).map((group) => ({
        ...group,
        states: group.states.filter((id) => names.has(id)).map(nameOf),
      })),
    ],
    translatedFrom: { ...flow.translatedFrom, ...pastedRecords(flow, fragment, nameOf) },
  };
  if (listNames.some((list) => grown[list].length > flowLimits[list])) return { flow, pasted: [], broken: [] };
  const broken = ways.flatMap(({ way: { from, outcome, to }, isLost }) =>
    isLost ? [{ from: nameOf(from), outcome, to }] : [],
  );
  return { flow: grown, pasted: fragment.states.map(({ id }) => nameOf(id)), broken };
}

type Item = Readonly<{ id: string }>;

/** For each item of a fragment the name that it gets here. */
function freeNames(there: readonly Item[], items: readonly Item[], longest: number): ReadonlyMap<string, string> {
  const taken = new Set(there.map(({ id }) => id));
  return new Map(
    items.map(({ id }) => {
      const name = freeName(id, taken, longest);
      taken.add(name);
      return [id, name];
    }),
  );
}

function renamed<T extends Item>(there: readonly T[], items: readonly T[]): T[] {
  const names = freeNames(there, items, LONGEST_CANVAS_ID);
  return items.map((item) => ({ ...item, id: names.get(item.id) ?? item.id }));
}

function pastedWays(flow: Flow, ways: readonly Transition[], nameOf: (id: string) => string): Transition[] {
  const taken = new Set<string>(flow.transitions.map(({ id }) => id));
  return ways.map((way) => {
    const from = nameOf(way.from);
    const isFree = from === way.from && !taken.has(way.id);
    const id = isFree ? way.id : freeTransitionId(from, way.outcome, taken);
    taken.add(id);
    return { ...way, id, from, to: nameOf(way.to) };
  });
}

type Placed = Readonly<{ position: Position }>;

function moveTo({ states, notes }: Fragment, { x, y }: Position): <T extends Placed>(item: T) => T {
  const positions = [...states, ...notes].map(({ position }) => position);
  const left = positions.reduce((least, position) => Math.min(least, position.x), Infinity);
  const top = positions.reduce((least, position) => Math.min(least, position.y), Infinity);
  return (item) => ({ ...item, position: { x: item.position.x - left + x, y: item.position.y - top + y } });
}

function pastedRecords(flow: Flow, fragment: Fragment, nameOf: (id: string) => string): Flow['translatedFrom'] {
  const { states, translatedFrom, defaultLanguage: from } = fragment;
  const to = flow.defaultLanguage;
  const texts = [...checkedStates({ ...flow, states, transitions: [] }).values()].flatMap(textsOfState);
  const records = from === to ? translatedFrom : rebasedRecords(translatedFrom, texts, { from, to });
  return Object.fromEntries(
    Object.entries(records).map(([key, record]) => {
      const slash = key.indexOf('/');
      return [nameOf(key.slice(0, slash)) + key.slice(slash), record];
    }),
  );
}
