import { inTransaction } from '../../../db/transaction';
import { mayCall } from '../flow-control/may-call';
import { knownFunctions } from '../registry/registry';
import type { FunctionConfig, RunnerWorld } from '../types';
import { blockItem, type Claim, claimUnlimited, lockDueItem, takeItem } from './store';

/** Claims an item that is due, if it is nobody's and flow control has room for its call. */
export async function claimItem(world: RunnerWorld, itemId: string): Promise<Claim | undefined> {
  const limited = (await knownFunctions()).filter(hasLimits);
  const ids = limited.map(({ id }) => id);
  const claim = await claimUnlimited(itemId, world.owner, ids, world.nowMs());
  return claim || limited.length === 0 ? claim : claimLimited(world, itemId, limited);
}

function claimLimited(
  world: RunnerWorld,
  itemId: string,
  limited: readonly FunctionConfig[],
): Promise<Claim | undefined> {
  return inTransaction(async (client) => {
    const nowMs = world.nowMs();
    const item = await lockDueItem(client, itemId, nowMs);
    const config = limited.find(({ id }) => id === item?.functionId);
    if (!item || !config) return;
    const run = { id: item.runId, functionId: item.functionId, appId: item.appId, keys: item.keys };
    const may = await mayCall(client, run, config, nowMs);
    if (may !== true) {
      await blockItem(client, itemId, may.againMs);
      world.wakeClock(may.againMs - nowMs);
      return;
    }
    await takeItem(client, itemId, world.owner);
    return { ...item, generation: item.generation + 1 };
  });
}

/** Whether its calls may have to wait for each other. */
export function hasLimits({ concurrency }: FunctionConfig): boolean {
  return concurrency !== undefined && concurrency !== null && concurrency !== 0;
}
