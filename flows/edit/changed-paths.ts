import { entryOf, sameJson } from './same-json';

export type ChangedPath = Readonly<{ path: readonly string[]; was: unknown; is: unknown }>;

/** The deepest places where two JSON values differ; `was` or `is` is undefined for what is new or gone. */
export function changedPaths(was: unknown, is: unknown, path: readonly string[] = []): ChangedPath[] {
  if (sameJson(was, is)) return [];
  if (!isHolder(was) || !isHolder(is) || Array.isArray(was) !== Array.isArray(is)) return [{ path, was, is }];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name) => changedPaths(entryOf(was, name), entryOf(is, name), [...path, name]));
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
