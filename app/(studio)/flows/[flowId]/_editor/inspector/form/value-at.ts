import { entryOf } from '@/flows/edit/same-json';

/** What stands at a path inside a value ("questions.0.ask"); the empty path is the value itself. */
export function valueAt(root: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>(entryOf, root);
}

/** The same value with another at a path; `undefined` takes a name out of its object. */
export function withValueAt(root: unknown, path: string, value: unknown): unknown {
  return replaced(root, keysOf(path), value);
}

/** A path below another. */
export function below(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The names and values of an object, none for anything else. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function keysOf(path: string): readonly string[] {
  return path === '' ? [] : path.split('.');
}

function replaced(root: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(root)) {
    return root.map((item, index) => (String(index) === key ? replaced(item, rest, value) : item));
  }
  const others = entriesOf(root).filter(([name]) => name !== key);
  const inside = replaced(entryOf(root, key), rest, value);
  if (inside === undefined) return Object.fromEntries(others);
  const isThere = others.length < entriesOf(root).length;
  const entries = entriesOf(root).map(([name, was]) => [name, name === key ? inside : was] as const);
  return Object.fromEntries(isThere ? entries : [...others, [key, inside]]);
}
