import type { Flow } from '../schema/flow';
import { sameJson } from './same-json';

/** `next` with every part that is the same as in `previous` being that part: what compares by identity sees no change. */
export function keepSame(previous: Flow, next: Flow): Flow {
  const kept: Flow = {
    ...next,
    states: keptItems(previous.states, next.states),
    transitions: keptItems(previous.transitions, next.transitions),
    rules: keptItems(previous.rules, next.rules),
    notes: keptItems(previous.notes, next.notes),
    groups: keptItems(previous.groups, next.groups),
    variables: sameJson(previous.variables, next.variables) ? previous.variables : next.variables,
    translatedFrom: sameJson(previous.translatedFrom, next.translatedFrom)
      ? previous.translatedFrom
      : next.translatedFrom,
  };
  return sameJson(previous, kept) ? previous : kept;
}

function keptItems<T extends Readonly<{ id: string }>>(previous: T[], next: T[]): T[] {
  const known = new Map(previous.map((item) => [item.id, item]));
  const items = next.map((item) => {
    const before = known.get(item.id);
    return before !== undefined && sameJson(before, item) ? before : item;
  });
  const isSame = items.length === previous.length && items.every((item, index) => item === previous[index]);
  return isSame ? previous : items;
}
