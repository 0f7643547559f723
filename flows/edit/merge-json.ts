import { entryOf, sameJson } from './same-json';

/** What both sides changed differently; undefined: not there, or removed. */
export type Clash = Readonly<{ path: readonly string[]; base: unknown; mine: unknown; theirs: unknown }>;

export type MergedJson = Readonly<{ value: unknown; clashes: readonly Clash[] }>;

/**
 * Merges two changed copies of a JSON value: objects name by name, lists of one length entry by entry, anything else as
 * a whole. In a clash mine is taken, or what is left when one side removed it.
 */
export function mergeJson(base: unknown, mine: unknown, theirs: unknown, path: readonly string[] = []): MergedJson {
  if (sameJson(mine, theirs) || sameJson(base, theirs)) return { value: mine, clashes: [] };
  if (sameJson(base, mine)) return { value: theirs, clashes: [] };
  if (isObject(mine) && isObject(theirs)) return mergeObjects(isObject(base) ? base : {}, mine, theirs, path);
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs) && isOneLength(base, mine, theirs)) {
    const parts = mine.map((item, index) => mergeJson(base[index], item, theirs[index], [...path, String(index)]));
    return { value: parts.map(({ value }) => value), clashes: parts.flatMap(({ clashes }) => clashes) };
  }
  return { value: mine === undefined ? theirs : mine, clashes: [{ path, base, mine, theirs }] };
}

function mergeObjects(base: object, mine: object, theirs: object, path: readonly string[]): MergedJson {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const parts = names.map((name) => {
    const merged = mergeJson(entryOf(base, name), entryOf(mine, name), entryOf(theirs, name), [...path, name]);
    return { name, ...merged };
  });
  const kept = parts.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]);
  return { value: Object.fromEntries(kept), clashes: parts.flatMap(({ clashes }) => clashes) };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOneLength(...lists: readonly (readonly unknown[])[]): boolean {
  return lists.every((list) => list.length === lists[0]?.length);
}
