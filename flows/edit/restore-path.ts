import { entryOf } from './same-json';

/** The value with what stands at `path` in `earlier` put there again, or taken away where `earlier` has nothing. */
export function restorePath(value: unknown, earlier: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return earlier;
  if (typeof value !== 'object' || value === null) return value;
  return withEntry(value, key, restorePath(entryOf(value, key), entryOf(earlier, key), rest));
}

function withEntry(holder: object, key: string, value: unknown): unknown {
  if (Array.isArray(holder)) return withListEntry(holder, key, value);
  if (value === entryOf(holder, key)) return holder;
  const { [key]: _replaced, ...others } = Object(holder);
  return value === undefined ? others : { ...holder, [key]: value };
}

/** A list can grow at its end only: an entry behind the end would leave a hole. */
function withListEntry(list: readonly unknown[], key: string, value: unknown): readonly unknown[] {
  const index = Number(key);
  if (value === list[index] || index > list.length) return list;
  return value === undefined ? list.toSpliced(index, 1) : [...list.slice(0, index), value, ...list.slice(index + 1)];
}
