import type { z } from 'zod';
import { type CanvasGroup, canvasGroup } from '../schema/flow';
import { idOfItem, type ListItem } from './flow-lists';
import type { Clash } from './merge-json';
import { mergeList } from './merge-list';

/** One list of a flow: as it was, and as the two sides have it. */
export type Versions<T> = Readonly<{ base: readonly T[]; mine: readonly T[]; theirs: readonly T[] }>;

export type MergedItems<T> = Readonly<{ items: readonly T[]; clashes: readonly Clash[] }>;

/**
 * Merges a list of a flow. Items that are the same on a side stay the same objects; of an item whose merged parts do not
 * fit together mine is taken, as a clash.
 */
export function mergeItems<T extends ListItem>(
  schema: z.ZodType<T>,
  { base, mine, theirs }: Versions<T>,
): MergedItems<T> {
  if (base === theirs) return { items: mine, clashes: [] };
  if (base === mine) return { items: theirs, clashes: [] };
  const [inBase, inMine, inTheirs] = [byId(base), byId(mine), byId(theirs)];
  const merged = mergeList(base.map(asEntry), mine.map(asEntry), theirs.map(asEntry));
  const clashes = [...merged.clashes];
  const items = merged.items.flatMap(({ id, value }): T[] => {
    const [ofMine, ofTheirs] = [inMine.get(id), inTheirs.get(id)];
    const same = [ofMine, ofTheirs].find((item) => item === value);
    if (same) return [same];
    const parsed = schema.safeParse(value);
    if (parsed.success) return [parsed.data];
    clashes.push({ path: [id], base: inBase.get(id), mine: ofMine, theirs: ofTheirs });
    return [ofMine ?? ofTheirs].filter((item) => item !== undefined);
  });
  return { items, clashes };
}

/** Merges groups: which states are in one is a set, so both sides may add to it. */
export function mergeGroups({ base, mine, theirs }: Versions<CanvasGroup>): MergedItems<CanvasGroup> {
  const merged = mergeList(base.map(asSet), mine.map(asSet), theirs.map(asSet));
  const items = merged.items.flatMap(({ value }): CanvasGroup[] => {
    const group = Object(value);
    const parsed = canvasGroup.safeParse({ ...group, states: Object.keys(Object(group.states)) });
    return parsed.success ? [parsed.data] : [];
  });
  return { items, clashes: merged.clashes };
}

function asEntry(item: ListItem): Readonly<{ id: string; value: unknown }> {
  return { id: idOfItem(item), value: item };
}

function asSet(group: CanvasGroup): Readonly<{ id: string; value: unknown }> {
  return { id: group.id, value: { ...group, states: Object.fromEntries(group.states.map((id) => [id, true])) } };
}

function byId<T extends ListItem>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [idOfItem(item), item]));
}
