import { type Clash, mergeJson } from './merge-json';

type Item = Readonly<{ id: string; value: unknown }>;

/** Merges lists of things with ids. The order is that of the side that changed it, mine when both did. */
export function mergeList<T extends Item>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
): Readonly<{ items: readonly Item[]; clashes: readonly Clash[] }> {
  const [inBase, inMine, inTheirs] = [byId(base), byId(mine), byId(theirs)];
  const clashes: Clash[] = [];
  const items = mergedOrder(base, mine, theirs).flatMap((id): Item[] => {
    const merged = mergeJson(inBase.get(id), inMine.get(id), inTheirs.get(id), [id]);
    clashes.push(...merged.clashes);
    return merged.value === undefined ? [] : [{ id, value: merged.value }];
  });
  return { items, clashes };
}

function byId(items: readonly Item[]): ReadonlyMap<string, unknown> {
  return new Map(items.map(({ id, value }) => [id, value]));
}

/** Every id of either side; what only the other side has comes behind what it came behind there. */
function mergedOrder(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): string[] {
  const [first, second] = keepsOrder(base, mine) ? [theirs, mine] : [mine, theirs];
  const order = first.map(({ id }) => id);
  const known = new Set(order);
  for (const [index, { id }] of second.entries()) {
    if (known.has(id)) continue;
    const before = second[index - 1]?.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
    known.add(id);
  }
  return order;
}

function keepsOrder(base: readonly Item[], changed: readonly Item[]): boolean {
  const kept = new Set(changed.map(({ id }) => id));
  const were = base.map(({ id }) => id).filter((id) => kept.has(id));
  const had = new Set(were);
  const are = changed.map(({ id }) => id).filter((id) => had.has(id));
  return were.every((id, index) => id === are[index]);
}
