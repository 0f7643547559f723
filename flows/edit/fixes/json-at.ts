import type { Flow } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { entryOf } from '../same-json';

/** What the path of a place leads into: the data of its state, or its rule. */
export function insideOf(flow: Flow, { state, rule }: IssuePlace): unknown {
  if (rule !== undefined) return flow.rules.find(({ id }) => id === rule);
  return flow.states.find(({ id }) => id === state)?.data;
}

/** What stands at a path inside a JSON value; undefined where nothing does. */
export function jsonAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(entryOf, root);
}

/** The value with something else at a path. A path that leads nowhere returns the value itself. */
export function withJsonAt(root: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(root)) {
    return root.map((item, index) => (String(index) === key ? withJsonAt(item, rest, value) : item));
  }
  if (typeof root !== 'object' || root === null || !Object.hasOwn(root, key)) return root;
  return { ...root, [key]: withJsonAt(entryOf(root, key), rest, value) };
}

/** The value without what stands at a path: an item of its list, or an entry of its object. */
export function withoutJsonAt(root: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return root;
  if (rest.length > 0) return withJsonAt(root, [key], withoutJsonAt(entryOf(root, key), rest));
  if (Array.isArray(root)) return root.filter((_, index) => String(index) !== key);
  if (typeof root !== 'object' || root === null) return root;
  return Object.fromEntries(Object.entries(root).filter(([name]) => name !== key));
}
