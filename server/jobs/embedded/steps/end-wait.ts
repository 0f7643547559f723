import type { PoolClient } from 'pg';
import { inTransaction } from '../../../db/transaction';
import { type Claim, deleteItem } from '../calls/store';
import { readEvent } from '../events/store';
import { lockRunOfItem, newItemId, readInvoked } from '../runs/store';
import { type FunctionConfig, type RunnerWorld, wireEvent } from '../types';
import { planNext } from './plan-next';
import { deleteWait, readWaitingStep, recordDone, type WaitingStep } from './store';

/** Ends a step whose time has come: a sleep is over, an event is there or is waited for no longer, an invoked run has ended. */
export async function endWait(world: RunnerWorld, claim: Claim, config: FunctionConfig): Promise<Claim | undefined> {
  const nextId = newItemId(world.nowMs());
  world.busy.add(nextId);
  const next = await inTransaction(async (client) => {
    const run = await lockRunOfItem(client, claim, world.owner);
    if (!run) return;
    await deleteItem(client, claim.itemId);
    const step = await readWaitingStep(client, run.id, claim.stepId);
    if (!step) return;
    const result = await resultOf(client, run.id, claim.stepId, step);
    await deleteWait(client, run.id, claim.stepId);
    const { op, name, opts } = step;
    await recordDone(client, run.id, [{ stepId: claim.stepId, name, op, opts, result }], world.nowMs());
    const isRace = opts?.parallelMode === 'race';
    const progress = { completed: 1, opened: 0, isRace, problem: undefined, requestVersion: run.requestVersion };
    return planNext({ client, world, config, run, nextId }, progress);
  }).finally(() => world.busy.delete(nextId));
  if (next) world.busy.add(next.itemId);
  return next;
}

async function resultOf(client: PoolClient, runId: string, stepId: string, step: WaitingStep): Promise<unknown> {
  switch (step.op) {
    case 'WaitForEvent': {
      const event = step.matchedEventId === null ? undefined : await readEvent(client, step.matchedEventId);
      return event === undefined ? null : wireEvent(event);
    }
    case 'InvokeFunction': {
      const end = await readInvoked(client, runId, stepId);
      if (!end)
        return { error: { name: 'InngestInvokeError', message: 'The invoked function did not run, or not in time.' } };
      return end.status === 'completed' ? { data: end.output } : { error: end.error };
    }
    default:
      return null; // a sleep gives nothing
  }
}
