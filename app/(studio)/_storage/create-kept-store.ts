import type { z } from 'zod';

/** A value that outlives a reload; `subscribe`, `read` and `readOnServer` are what `useSyncExternalStore` asks for. */
export type KeptStore<T> = Readonly<{
  subscribe(listener: () => void): () => void;
  read(): T;
  readOnServer(): T;
  write(value: T): void;
}>;

type KeptPlace<T> = Readonly<{
  /** Asked for when first read: a server has none. */
  storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  key: string;
  schema: z.ZodType<T>;
  /** What it holds before anything is kept. */
  empty: T;
}>;

/** Keeps a value in the browser's storage under `key`; what is found there and does not fit `schema` counts as nothing. */
export function createKeptStore<T>({ storage, key, schema, empty }: KeptPlace<T>): KeptStore<T> {
  const listeners = new Set<() => void>();
  let kept: T | undefined;

  function readKept(): T {
    const stored = storage().getItem(key);
    if (stored === null) return empty;
    const parsed = schema.safeParse(parseJson(stored));
    return parsed.success ? parsed.data : empty;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read() {
      kept ??= readKept();
      return kept;
    },
    readOnServer: () => empty,
    write(value) {
      kept = value;
      storage().setItem(key, JSON.stringify(value));
      for (const listener of listeners) listener();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Another program wrote here: what can't be read is nothing of ours.
    return undefined;
  }
}
