import { setTimeout as wait } from 'node:timers/promises';
import { countSome, isSettled, readBound, type Source, sourceNames } from './store';

const BATCH = 2_000;
const LOOK_AGAIN_MS = 20;

/** How much is done at most, and how long transactions that are under way are waited for. */
export type Patience = { readonly most: number; readonly waitMs: number };

/**
 * Counts what has been written since the last time, the first time all there is. It may be run at any time and by several
 * processes: each row is counted once, however late it came. Says how many were counted, and whether anything is left.
 */
export async function rollUp({
  most,
  waitMs,
}: Patience): Promise<{ readonly counted: number; readonly isAll: boolean }> {
  let counted = 0;
  let isAll = true;
  for (const source of sourceNames) {
    const done = await rollUpSource(source, { most, waitMs });
    counted += done.counted;
    isAll &&= done.isAll;
  }
  return { counted, isAll };
}

async function rollUpSource(source: Source, { most, waitMs }: Patience) {
  const bound = await readBound(source);
  let counted = 0;
  if (!(await settles(bound.transaction, waitMs))) return { counted, isAll: false };
  while (counted < most) {
    const done = await countSome(source, bound.position, Math.min(BATCH, most - counted));
    counted += done?.counted ?? 0;
    if (!done || done.isAll) return { counted, isAll: done !== null };
  }
  return { counted, isAll: false };
}

async function settles(transaction: string, waitMs: number): Promise<boolean> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    if (await isSettled(transaction)) return true;
    if (performance.now() >= deadline) return false;
    await wait(LOOK_AGAIN_MS);
  }
}
