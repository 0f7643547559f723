export type Direction = 'up' | 'down';

/** The items with one a place earlier or later; the same list at its end, and when there is no such item. */
export function movedItem<T>(items: T[], isIt: (item: T) => boolean, direction: Direction): T[] {
  const at = items.findIndex(isIt);
  const neighbour = direction === 'up' ? at - 1 : at + 1;
  const [item, other] = [items[at], items[neighbour]];
  if (item === undefined || other === undefined) return items;
  return items.with(at, other).with(neighbour, item);
}
