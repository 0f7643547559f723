/**
 * Writes what many callers give at about the same time as one batch: the first is written at once, and what arrives while
 * it is being written goes together into the next. Each caller's promise settles when its own item is written. When a
 * batch fails, its items are written one by one, so that a bad one harms only itself.
 */
export function groupCommit<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  options: GroupCommitOptions<Item>,
): GroupCommit<Item, Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let flights = 0;
  let isScheduled = false;

  const schedule = () => {
    if (isScheduled || flights >= options.flights || waiting.length === 0) return;
    isScheduled = true;
    // What the running tick still brings goes along.
    setImmediate(() => {
      isScheduled = false;
      void fly(takeBatch(waiting, options));
    });
  };

  const fly = async (batch: readonly Waiting<Item, Result>[]) => {
    flights += 1;
    schedule();
    await writeBatch(write, batch, options.isHopeless);
    flights -= 1;
    schedule();
  };

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        schedule();
      }),
    waitingCount: () => waiting.length,
  };
}

export type GroupCommit<Item, Result> = {
  readonly add: (item: Item) => Promise<Result>;
  readonly waitingCount: () => number;
};

type GroupCommitOptions<Item> = {
  /** Batches that may be written at the same time. */
  readonly flights: number;
  readonly mostWeight: number;
  /** How much of a batch an item takes up; 1 unless given. */
  readonly weigh?: (item: Item) => number;
  /** Whether a failure would meet every item alike, so that trying them one by one is no use. */
  readonly isHopeless: (error: unknown) => boolean;
};

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

function takeBatch<Item, Result>(
  waiting: Waiting<Item, Result>[],
  { mostWeight, weigh = () => 1 }: GroupCommitOptions<Item>,
): Waiting<Item, Result>[] {
  let weight = 0;
  let count = 0;
  for (const { item } of waiting) {
    weight += weigh(item);
    if (count > 0 && weight > mostWeight) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

async function writeBatch<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  batch: readonly Waiting<Item, Result>[],
  isHopeless: (error: unknown) => boolean,
): Promise<void> {
  try {
    const results = await write(batch.map(({ item }) => item));
    if (results.length !== batch.length) throw new Error('A batch must give one result for each item.');
    for (const [index, result] of results.entries()) batch[index]?.resolve(result);
  } catch (error) {
    if (batch.length === 1 || isHopeless(error)) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const one of batch) await writeBatch(write, [one], isHopeless);
  }
}
