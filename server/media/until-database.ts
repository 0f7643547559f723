import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from '../errors';

/** Runs `work` again while the database is away, for half a minute at most: what was fetched need not be fetched again. */
export async function untilDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || attempt >= mostAttempts) throw error;
      await sleep(pauseMs);
    }
  }
}

const mostAttempts = 30;
const pauseMs = 1_000;
