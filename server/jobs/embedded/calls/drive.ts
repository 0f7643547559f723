import { inTransaction } from '../../../db/transaction';
import { durationMs } from '../duration';
import { knownFunction } from '../registry/registry';
import { endRun } from '../runs/end-run';
import { insertItems, lockRun } from '../runs/store';
import { applyAnswer } from '../steps/apply-answer';
import { endWait } from '../steps/end-wait';
import { giveBackItems } from '../sweep/store';
import type { FunctionConfig, JobError, RunnerWorld } from '../types';
import { derivedUlid } from '../ulid';
import type { Answer } from './answer';
import { callSdk } from './call-sdk';
import { claimItem } from './claim-item';
import { type Claim, deleteItem, markRunning, type RunState, readState } from './store';

/** Does an item, and what follows from it at once, as long as it is this process's to do. */
export async function drive(world: RunnerWorld, itemId: string): Promise<void> {
  if (world.busy.has(itemId)) return;
  world.busy.add(itemId);
  let claim: Claim | undefined;
  try {
    claim = await claimItem(world, itemId);
    while (claim) {
      if (world.isStopping()) return await giveBackItems(world.owner, [{ ...claim, id: claim.itemId }]);
      const done = claim;
      claim = await doItem(world, done);
      world.busy.delete(done.itemId);
    }
  } finally {
    world.busy.delete(itemId);
    if (claim) world.busy.delete(claim.itemId);
  }
}

function doItem(world: RunnerWorld, claim: Claim): Promise<Claim | undefined> {
  switch (claim.kind) {
    case 'call':
      return makeCall(world, claim);
    case 'wake':
      return withFunction(world, claim, (config) => endWait(world, claim, config));
    case 'startBy':
      return cancel(world, claim, 'The run did not start in time.');
    case 'finishBy':
      return cancel(world, claim, 'The run did not finish in time.');
    case 'cancel':
      return cancel(world, claim, 'The run was cancelled.');
  }
}

function makeCall(world: RunnerWorld, claim: Claim): Promise<Claim | undefined> {
  return withFunction(world, claim, async (config, state) => {
    if (state.status !== 'running') await begin(world, claim, config);
    const answer = claim.interruptions < mostInterruptions ? await callSdk(world, claim, config, state) : interrupted;
    return applyAnswer(world, claim, config, answer);
  });
}

/** Processes that may die over a call before it counts as failed: it may be what kills them. */
const mostInterruptions = 5;
const interrupted: Answer = {
  kind: 'failed',
  error: { name: 'Error', message: 'The process ended while the step ran, again and again.' },
  isRetryable: true,
  retryAfterMs: undefined,
  requestVersion: undefined,
};

/** Notes a run's first call, from which the time to finish counts. */
async function begin(world: RunnerWorld, { runId }: Claim, config: FunctionConfig): Promise<void> {
  const nowMs = world.nowMs();
  const isFirst = await markRunning(runId, nowMs);
  const finishMs = config.timeouts?.finish ? durationMs(config.timeouts.finish) : undefined;
  if (!isFirst || finishMs === undefined) return;
  const id = derivedUlid(nowMs, runId, 'finishBy');
  const clock = { id, runId, stepId: '', kind: 'finishBy', dueAtMs: nowMs + finishMs, owner: null } as const;
  await inTransaction((client) => insertItems(client, [clock], 0, nowMs));
  world.wakeClock(finishMs);
}

/** Ends the run, unless it was to start by now and has. */
async function cancel(world: RunnerWorld, claim: Claim, message: string): Promise<undefined> {
  await inTransaction(async (client) => {
    const run = await lockRun(client, claim.runId);
    if (!run) return;
    if (claim.kind === 'startBy' && run.status !== 'pending') return deleteItem(client, claim.itemId);
    await endRun(client, world, run, { status: 'cancelled', error: { name: 'CancelledError', message } });
  });
}

/** Goes on with the function of a run; without one the run has failed. */
async function withFunction(
  world: RunnerWorld,
  claim: Claim,
  work: (config: FunctionConfig, state: RunState) => Promise<Claim | undefined>,
): Promise<Claim | undefined> {
  const state = await readState(claim.runId);
  if (!state) return;
  const config = await knownFunction(state.functionId);
  if (config) return work(config, state);
  await inTransaction(async (client) => {
    const run = await lockRun(client, claim.runId);
    if (run) await endRun(client, world, run, { status: 'failed', error: unknownFunction(run.functionId) });
  });
}

function unknownFunction(functionId: string): JobError {
  return { name: 'Error', message: `No app has the function "${functionId}" any more.` };
}
