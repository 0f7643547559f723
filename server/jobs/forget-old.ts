import { forgetOld } from '../retention/forget-old';
import { inngest } from './client';
import { forgetOldRuns } from './read-runs';

/** Forgets each night what has been kept long enough: conversations and the like, and the embedded runner's finished runs. */
export const forgetOldJob = inngest.createFunction(
  {
    id: 'forget-old',
    name: 'Forget what was kept long enough',
    triggers: [{ cron: 'TZ=Asia/Kolkata 30 2 * * *' }],
    concurrency: [{ limit: 1 }],
  },
  async ({ step }) => {
    const forgotten = await step.run('forget', () => forgetOld(Date.now()));
    const runs = await step.run('forget runs', () => forgetRuns(Date.now()));
    return { ...forgotten, runs };
  },
);

/** Some of them each time, until there are none. */
async function forgetRuns(nowMs: number): Promise<number> {
  for (let count = 0; ; ) {
    const some = await forgetOldRuns(nowMs);
    if (some === 0) return count;
    count += some;
  }
}
