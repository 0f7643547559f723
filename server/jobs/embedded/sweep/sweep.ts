import { getPool } from '../../../db/pool';
import { inTransaction } from '../../../db/transaction';
import { queueMatching } from '../events/accept-events';
import { readForgottenEvents } from '../events/store';
import { releaseHeld } from '../flow-control/release-held';
import { tidyQueue } from '../queue/queue';
import { knownFunctions } from '../registry/registry';
import { startRun } from '../runs/start-run';
import { requestCancel } from '../runs/store';
import { fireDue } from '../schedules/fire-due';
import type { RunnerWorld } from '../types';
import {
  forgetOldLimits,
  freeItemsOfTheDead,
  giveBackItems,
  isMatchingIdle,
  mostAtOnce,
  msUntilNextDue,
  queueDueItems,
  readDueHolds,
  readOwnItems,
  requeueForgotten,
} from './store';

/**
 * Looks what is due by the clock, and what dead processes left behind. Gives after how many milliseconds to look again. Every
 * process does it; what one takes, the others don't see.
 */
export async function sweep(world: RunnerWorld): Promise<number> {
  const nowMs = world.nowMs();
  await freeItemsOfTheDead(silentSeconds);
  await fireDue(await knownFunctions(), nowMs, getPool());
  for (const key of await readDueHolds(nowMs)) await release(key, nowMs);
  if ((await queueDueItems(nowMs)) === mostAtOnce) return 0;
  const nextMs = (await msUntilNextDue(nowMs)) ?? restMs;
  const toNextMinuteMs = 60_000 - (nowMs % 60_000); // when schedules fire
  return Math.min(restMs, Math.max(shortestRestMs, Math.min(nextMs, toNextMinuteMs)));
}

/** What is rarely needed: what got lost between our rows and the queue. */
export async function sweepForgotten(world: RunnerWorld): Promise<number> {
  // What it does is in `busy` before it is its own by the row: read in this order, what is in neither was lost.
  const owned = await readOwnItems(world.owner);
  await giveBackItems(
    world.owner,
    owned.filter(({ id }) => !world.busy.has(id)),
  );
  await requeueForgotten(forgottenSeconds);
  if (await isMatchingIdle()) await matchForgotten(world, forgottenSeconds);
  await forgetOldLimits(world.nowMs());
  await tidyQueue(getPool());
  return forgottenSeconds * 1_000;
}

/** Has events matched that were stored so long ago and are not: who was to do it has died, or nobody was there yet. */
export async function matchForgotten(world: RunnerWorld, afterSeconds: number): Promise<void> {
  const events = await readForgottenEvents(getPool(), world.nowMs() - afterSeconds * 1_000);
  await queueMatching(getPool(), events);
}

const silentSeconds = 5; // who has not beaten for so long is dead to the others
const restMs = 1_000;
const shortestRestMs = 5; // what another process has just locked is still seen as due
const forgottenSeconds = 5;

function release(key: string, nowMs: number): Promise<void> {
  return inTransaction(async (client) => {
    const released = await releaseHeld(client, key, nowMs);
    if (!released) return;
    const { config, admission } = released;
    await requestCancel(client, admission.cancelRunIds, nowMs);
    await startRun(client, config, admission.events, admission, nowMs);
  });
}
