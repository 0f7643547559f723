import { isDatabaseAway } from '../errors';
import { log } from '../log';

/** Work that is looked for again and again; `rest` says how long to rest unless somebody calls before. */
export type Loop = {
  /** Looks at the latest after `delayMs`. */
  readonly wake: (delayMs?: number) => void;
  readonly stop: () => Promise<void>;
};

/**
 * Calls `look` until stopped, never twice at once. `look` answers after how many milliseconds to look again. Calls that
 * come while it looks are answered by one more look right after; `pauseMs` apart at least, so that under load a look finds
 * several things instead of one. A failure is logged and followed by a rest, which grows while failures last.
 */
export function startLoop(name: string, look: () => Promise<number>, pauseMs = 0): Loop {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | undefined;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let failures = 0;

  const plan = (delayMs: number) => {
    if (isStopped) return;
    const at = Math.max(performance.now() + delayMs, lastEnd + pauseMs);
    if (at >= dueAt) return;
    dueAt = at;
    if (running) return; // planned anew when it ends
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, at - performance.now()));
  };

  const run = () => {
    dueAt = Number.POSITIVE_INFINITY;
    running = lookOnce().then((restMs) => {
      running = undefined;
      lastEnd = performance.now();
      const called = dueAt;
      dueAt = Number.POSITIVE_INFINITY;
      plan(Math.min(restMs, called - performance.now()));
    });
  };

  const lookOnce = async (): Promise<number> => {
    try {
      const restMs = await look();
      failures = 0;
      return restMs;
    } catch (error) {
      failures += 1;
      // While the database is away every look fails: once is enough to read.
      if (failures === 1 || !isDatabaseAway(error)) log.error({ loop: name, failures, err: error }, 'loop.failed');
      return Math.min(5_000, 100 * 2 ** failures);
    }
  };

  plan(0);
  return {
    wake: (delayMs = 0) => plan(delayMs),
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
