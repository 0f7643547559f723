import { inTransaction } from '../../../db/transaction';
import { type Answer, errorOf, type Operation } from '../calls/answer';
import { mostAttempts } from '../calls/call-sdk';
import { hasLimits } from '../calls/claim-item';
import { type Claim, deleteItem, retryItem, turnIntoNext } from '../calls/store';
import { wakeRefused } from '../flow-control/wake-refused';
import { endRun } from '../runs/end-run';
import { lockRunOfItem, newItemId } from '../runs/store';
import type { FunctionConfig, JobError, RunnerWorld } from '../types';
import { applyOperations } from './apply-operations';
import type { Applying, Progress } from './applying';
import { planNext } from './plan-next';
import { recordDone, recordStanding } from './store';

/**
 * Writes what the SDK answered, and plans what comes next, in one transaction under the run's lock. Nothing is written when
 * the run has ended or somebody else has taken the item over meanwhile. Gives the next call where this process does it at once.
 */
export async function applyAnswer(
  world: RunnerWorld,
  claim: Claim,
  config: FunctionConfig,
  answer: Answer,
): Promise<Claim | undefined> {
  const nextId = newItemId(world.nowMs());
  world.busy.add(nextId);
  const next = await inTransaction(async (client) => {
    const run = await lockRunOfItem(client, claim, world.owner);
    if (!run) return;
    const planned = await applyToRun({ client, world, claim, config, run, nextId }, answer);
    await wakeRefused(client, run.id, config, world.nowMs());
    return planned;
  }).finally(() => world.busy.delete(nextId));
  if (next) world.busy.add(next.itemId);
  return next;
}

async function applyToRun(at: Applying, answer: Answer): Promise<Claim | undefined> {
  const requestVersion = answer.requestVersion ?? at.run.requestVersion;
  switch (answer.kind) {
    case 'finished':
      await endRun(at.client, at.world, at.run, { status: 'completed', output: answer.output });
      return;
    case 'failed':
      if (answer.isRetryable && hasAttempts(at)) await retry(at, answer.error, answer.retryAfterMs);
      else await endRun(at.client, at.world, at.run, { status: 'failed', error: answer.error });
      return;
    case 'operations':
      return applyReport(at, answer.operations, answer.retryAfterMs, requestVersion);
  }
}

async function applyReport(
  at: Applying,
  operations: readonly Operation[],
  retryAfterMs: number | undefined,
  requestVersion: number,
): Promise<Claim | undefined> {
  const complete = operations.find(({ op }) => op === 'RunComplete');
  const failed = operations.find(({ op }) => op === 'StepError');
  const progress = await applyOperations(at, operations);
  if (progress.problem) {
    await endRun(at.client, at.world, at.run, { status: 'failed', error: progress.problem });
    return;
  }
  if (complete) {
    await endRun(at.client, at.world, at.run, { status: 'completed', output: complete.data ?? null });
    return;
  }
  if (failed && hasAttempts(at)) {
    await retry(at, errorOf(failed.error), retryAfterMs);
    return;
  }
  const done = failed ? await giveUpStep(at, failed) : progress;
  if (isPlainStep(at, done, requestVersion)) return goOn(at);
  await deleteItem(at.client, at.claim.itemId);
  return planNext(at, { ...done, requestVersion });
}

/** One step after the other, which is most of them: nothing else is open, and nothing has to be looked up. */
function isPlainStep({ run, claim, config }: Applying, done: Progress, requestVersion: number): boolean {
  const isAlone = !run.isParallel && done.opened === 0 && claim.stepId === 'step' && run.status === 'running';
  return isAlone && done.completed > 0 && requestVersion === run.requestVersion && !hasLimits(config);
}

async function goOn({ client, world, claim, nextId }: Applying): Promise<Claim> {
  await turnIntoNext(client, claim.itemId, nextId, world.nowMs());
  return { ...claim, itemId: nextId, attempt: 0, generation: 1, interruptions: 0 };
}

/** The last attempt of a step has failed and the SDK did not know: the function may catch its error. */
async function giveUpStep(at: Applying, failed: Operation): Promise<Progress> {
  const step = {
    stepId: failed.id,
    name: failed.displayName ?? failed.name ?? failed.id,
    op: 'StepFailed',
    result: { error: errorOf(failed.error) },
    opts: failed.opts ?? null,
  };
  const done = await recordDone(at.client, at.run.id, [step], at.world.nowMs());
  return { completed: done.length, opened: 0, isRace: false, problem: undefined };
}

function hasAttempts({ claim, config }: Applying): boolean {
  return claim.attempt + 1 < mostAttempts(config);
}

async function retry({ client, world, claim, run }: Applying, error: JobError, retryAfterMs: number | undefined) {
  const delayMs = retryAfterMs ?? world.backOffMs(claim.attempt);
  if (!run.isParallel) await recordStanding(client, run.id, { ...run, status: 'waiting' });
  await retryItem(client, claim.itemId, world.nowMs() + delayMs, error);
  world.wakeClock(delayMs);
}
