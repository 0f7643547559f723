/** Works side by side, so many at most. What fails is told by `onError` and ends nothing else. */
export type Lanes = {
  /** How many more may begin. */
  readonly room: () => number;
  readonly begin: (work: () => Promise<void>, onError: (error: unknown) => void) => void;
  /** Resolves when everything that was begun has ended. */
  readonly settled: () => Promise<void>;
};

export function createLanes(most: number): Lanes {
  const busy = new Set<Promise<void>>();
  return {
    room: () => most - busy.size,
    begin: (work, onError) => {
      const running = work()
        .catch(onError)
        .finally(() => busy.delete(running));
      busy.add(running);
    },
    settled: async () => {
      while (busy.size > 0) await Promise.all(busy);
    },
  };
}
