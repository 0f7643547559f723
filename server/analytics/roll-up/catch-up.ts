import { log } from '../../log';
import { rollUp } from './roll-up';

const PAUSE_MS = 3_000;

/** Little enough to be done while somebody waits for a figure; the job does the rest. */
const LITTLE = { most: 300, waitMs: 60 } as const;

let last = Number.NEGATIVE_INFINITY;
let underWay: Promise<void> | null = null;

/** Counts the little that has come since, so that who looks sees what just happened. Never throws: figures are then older. */
export async function catchUp(): Promise<void> {
  if (performance.now() - last < PAUSE_MS && !underWay) return;
  last = performance.now();
  underWay ??= rollUp(LITTLE)
    .then(() => undefined)
    .catch((cause: unknown) => log.error({ err: cause }, 'analytics.notCounted'))
    .finally(() => {
      underWay = null;
    });
  await underWay;
}
