import { sameJson } from '@/flows/edit/same-json';
import type { Flow } from '@/flows/schema/flow';
import { nameOfState } from '../../../../../_flow/name-of-state';

/** People in one state of one version, as the server counts them. */
export type CountedPeople = Readonly<{ version: number; state: string; people: number; held: number }>;

/** The people in one state, over all versions, and what the next version makes of it. */
export type PeopleInPlace = Readonly<{
  state: string;
  name: string;
  people: number;
  /** Of them, those who can't be moved now. */
  held: number;
  what: 'changed' | 'gone' | 'same';
}>;

/**
 * What becomes of the states that people are in, most people first; what is gone before what changed. A version that is not
 * known counts as changed.
 */
export function peopleInStates(
  counted: readonly CountedPeople[],
  versions: ReadonlyMap<number, Flow>,
  next: Flow,
): readonly PeopleInPlace[] {
  const compared = new Map([...versions].map(([version, flow]) => [version, stateChanges(flow, next)]));
  const nextStates = new Set(next.states.map(({ id }) => id));
  const places = new Map<string, PeopleInPlace>();
  for (const { version, state, people, held } of counted) {
    const changes = compared.get(version);
    const what = !nextStates.has(state) ? 'gone' : !changes || changes.has(state) ? 'changed' : 'same';
    const known = places.get(state);
    places.set(state, {
      state,
      name: known?.name ?? nameIn([next, ...versions.values()], state),
      people: people + (known?.people ?? 0),
      held: held + (known?.held ?? 0),
      what: known?.what === 'changed' ? 'changed' : what,
    });
  }
  return [...places.values()].sort((one, other) => order[one.what] - order[other.what] || other.people - one.people);
}

const order = { gone: 0, changed: 1, same: 2 } as const;

/** The states of which a customer would notice something: what they do, or where they lead. */
function stateChanges(flow: Flow, next: Flow): ReadonlySet<string> {
  const states = new Map(next.states.map((state) => [state.id, state]));
  const [ways, nextWays] = [waysByState(flow), waysByState(next)];
  const isChanged = (was: Flow['states'][number]) => {
    const is = states.get(was.id);
    return (
      !sameJson({ ...was, position: null }, is && { ...is, position: null }) ||
      !sameJson(ways.get(was.id), nextWays.get(was.id))
    );
  };
  return new Set(flow.states.filter(isChanged).map(({ id }) => id));
}

function waysByState({ transitions }: Flow): ReadonlyMap<string, readonly object[]> {
  const ways = new Map<string, object[]>();
  for (const { id: _id, ...way } of transitions) {
    const known = ways.get(way.from);
    if (known) known.push(way);
    else ways.set(way.from, [way]);
  }
  return ways;
}

function nameIn(flows: readonly Flow[], id: string): string {
  const state = flows.flatMap(({ states }) => states).find((other) => other.id === id);
  return nameOfState(state ?? { id });
}
