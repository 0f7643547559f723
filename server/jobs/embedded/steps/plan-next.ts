import { hasLimits } from '../calls/claim-item';
import type { Claim } from '../calls/store';
import { endRun } from '../runs/end-run';
import { insertItems } from '../runs/store';
import type { JobError } from '../types';
import type { Applying, Progress } from './applying';
import { readOutlook, recordStanding } from './store';

/**
 * Plans the call that finds out what comes next. With the SDK's second way of asking, that is once all steps that are open have
 * ended (a race: after each); with its first, after each. Gives it where this process does it at once.
 */
export async function planNext(
  at: Omit<Applying, 'claim'>,
  progress: Progress & { readonly requestVersion: number },
): Promise<Claim | undefined> {
  const { client, world, config, run, nextId } = at;
  const nowMs = world.nowMs();
  const outlook = await readOutlook(client, run.id, nowMs);
  if (outlook.steps > mostSteps) {
    const message = `A run has at most ${mostSteps} steps.`;
    await endRun(client, world, run, { status: 'failed', error: { name: 'Error', message } });
    return;
  }
  if (outlook.open === 0 && progress.completed === 0) {
    await endRun(client, world, run, { status: 'failed', error: nothingToDo });
    return;
  }
  const isOverall = outlook.open === 0 || progress.requestVersion === 1 || progress.isRace;
  const asks = progress.completed > 0 && isOverall && (outlook.discoveries === 0 || outlook.open > 0);
  const isParallel = outlook.open > 0 && (run.isParallel || progress.opened > 0);
  const status = asks || outlook.due > 0 ? 'running' : 'waiting';
  if (isParallel !== run.isParallel || progress.requestVersion !== run.requestVersion || status !== run.status) {
    await recordStanding(client, run.id, { isParallel, requestVersion: progress.requestVersion, status });
  }
  if (!asks) return;
  // Its place among calls at the same time is anyone's again; without limits nobody could be in the way.
  const owner = hasLimits(config) ? null : world.owner;
  const item = { id: nextId, runId: run.id, stepId: 'step', kind: 'call', dueAtMs: nowMs, owner } as const;
  await insertItems(client, [item], run.priority, nowMs);
  if (owner === null) return;
  return { itemId: nextId, runId: run.id, stepId: 'step', kind: 'call', attempt: 0, generation: 1, interruptions: 0 };
}

const nothingToDo: JobError = { name: 'Error', message: 'The function reported no step, and did not end.' };

const mostSteps = 1_000; // the reference server's most
