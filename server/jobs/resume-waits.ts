import { wakeForTimers } from '../conversation/queue/store';
import { ring } from '../inbox/bells';
import { inngest } from './client';

/**
 * Lets conversations go on whose wait has run out: a net under the sweep of server/start/create-worker.ts, which does it each
 * second.
 */
export const resumeWaits = inngest.createFunction(
  { id: 'resume-waits', name: 'Resume waits that are over', triggers: [{ cron: '*/5 * * * *' }] },
  ({ step }) =>
    step.run('wake', async () => {
      const woken = await wakeForTimers(1_000);
      if (woken > 0) ring('turns');
      return { woken };
    }),
);
