import { freeContactsOfTheDead } from '../conversation/queue/store';
import { ring } from '../inbox/bells';
import { wakeUnanswered } from '../inbox/unanswered/store';
import { inngest } from './client';

const silentSeconds = 5; // a worker that has not beaten for so long is dead to the others

/**
 * Finds who wrote and is in no queue, and frees the contacts of dead workers: a net under the sweep of
 * server/start/create-worker.ts, which frees them each second.
 */
export const sweepInbox = inngest.createFunction(
  { id: 'sweep-inbox', name: 'Find messages without a turn', triggers: [{ cron: '*/5 * * * *' }] },
  ({ step }) =>
    step.run('sweep', async () => {
      const woken = (await freeContactsOfTheDead(silentSeconds)) + (await wakeUnanswered(500));
      if (woken > 0) ring('turns');
      return { woken };
    }),
);
