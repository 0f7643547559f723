import { z } from 'zod';
import { cancelRun, readJobFunctions, readRun, readRuns, retryRun } from '../../jobs/read-runs';
import { runnerKind } from '../../jobs/runner-kind';
import { ownerProcedure, router } from '../procedures';

const runId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'This is no run.');

const filter = z.object({
  status: z.enum(['pending', 'running', 'waiting', 'completed', 'failed', 'cancelled']).nullable(),
  functionId: z.string().max(200).nullable(),
  before: runId.nullable(),
});

/** What runs by itself. The runs are the embedded runner's: an Inngest server shows its own. */
export const jobsRouter = router({
  list: ownerProcedure.input(filter).query(async ({ input }) => {
    const [functions, page] = await Promise.all([readJobFunctions(), readRuns(input)]);
    return { runner: runnerKind(), functions, ...page };
  }),

  read: ownerProcedure.input(z.object({ id: runId })).query(({ input }) => readRun(input.id)),

  /** Gives the id of the new run. */
  retry: ownerProcedure
    .input(z.object({ id: runId }))
    .mutation(async ({ input }) => ({ id: await retryRun(input.id) })),

  cancel: ownerProcedure.input(z.object({ id: runId })).mutation(({ input }) => cancelRun(input.id)),
});
