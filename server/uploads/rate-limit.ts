/** Counts calls by key. `isOver` counts one more and says whether there were too many in the last `windowMs`. */
export type RateLimit = { readonly isOver: (key: string, nowMs: number) => boolean };

/** A limit of this process. Keys that were not used for a window are forgotten. */
export function createRateLimit({ most, windowMs }: { readonly most: number; readonly windowMs: number }): RateLimit {
  const windows = new Map<string, { readonly since: number; count: number }>();
  return {
    isOver: (key, nowMs) => {
      for (const [known, { since }] of windows) {
        if (nowMs - since < windowMs) break; // kept in the order in which they began
        windows.delete(known);
      }
      const window = windows.get(key) ?? { since: nowMs, count: 0 };
      window.count += 1;
      windows.set(key, window);
      return window.count > most;
    },
  };
}
