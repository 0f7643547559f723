import { inTransaction } from '../db/transaction';
import { KnownError } from '../errors';
import { knownFunction } from './embedded/registry/registry';
import { endRun } from './embedded/runs/end-run';
import { startRun } from './embedded/runs/start-run';
import { lockRun, readBeginning } from './embedded/runs/store';
import {
  deleteOldRuns,
  type FunctionRow,
  type RunFilter,
  type RunRow,
  type StepRow,
  selectFunctions,
  selectRun,
  selectRuns,
  selectSteps,
} from './runs/store';

const pageSize = 50;

/** The embedded runner's runs, the newest first, a page at a time. `next` is the cursor for older ones. */
export async function readRuns(
  filter: RunFilter = {},
): Promise<{ readonly runs: readonly RunRow[]; readonly next: string | null }> {
  const found = await selectRuns(filter, pageSize + 1);
  const runs = found.slice(0, pageSize);
  return { runs, next: found.length > pageSize ? (runs.at(-1)?.id ?? null) : null };
}

/** One run with its steps. Throws `record.notFound`. */
export async function readRun(id: string): Promise<{ readonly run: RunRow; readonly steps: readonly StepRow[] }> {
  const run = await selectRun(id);
  if (!run) throw unknownRun();
  return { run, steps: await selectSteps(id) };
}

/** The functions that the embedded runner knows. */
export function readJobFunctions(): Promise<readonly FunctionRow[]> {
  return selectFunctions();
}

/**
 * Runs a run that has ended once more from the start, for the same events. Gives the new run's id. Throws `record.notFound`, and
 * `record.conflict` for one that has not ended or whose function is gone.
 */
export async function retryRun(id: string, nowMs: number = Date.now()): Promise<string> {
  const old = await readBeginning(id);
  if (!old) throw unknownRun();
  if (!old.hasEnded) throw new KnownError('record.conflict', 'This run has not ended yet.');
  const config = await knownFunction(old.functionId);
  if (!config) throw new KnownError('record.conflict', 'The function of this run is gone.');
  const plan = { dueAtMs: nowMs, keys: old.keys, priority: old.priority, of: 'again' } as const;
  const again = await inTransaction((client) => startRun(client, config, old.events, plan, nowMs));
  if (again === undefined) throw new Error(`The run ${id} has no event to begin with.`);
  return again;
}

/** Ends a run as cancelled; a step that is under way is not interrupted. Throws `record.notFound`, `record.conflict`. */
export async function cancelRun(id: string, nowMs: number = Date.now()): Promise<void> {
  const isCancelled = await inTransaction(async (client) => {
    const run = await lockRun(client, id);
    if (!run) return false;
    const error = { name: 'CancelledError', message: 'Somebody cancelled the run.' };
    await endRun(client, { nowMs: () => nowMs }, run, { status: 'cancelled', error });
    return true;
  });
  if (isCancelled) return;
  if (!(await readBeginning(id))) throw unknownRun();
  throw new KnownError('record.conflict', 'This run has ended already.');
}

/** Forgets what ended more than a week ago, some of it each time. Says how many rows. */
export function forgetOldRuns(nowMs: number): Promise<number> {
  return deleteOldRuns(nowMs - keptDays * 86_400_000);
}

const keptDays = 7;

function unknownRun(): KnownError {
  return new KnownError('record.notFound', 'There is no such run (any more).');
}
