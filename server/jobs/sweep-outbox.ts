import { ring } from '../inbox/bells';
import { markUnknown } from '../outbox/store';
import { inngest } from './client';

const silentSeconds = 5; // a worker that has not beaten for so long is dead to the others

/**
 * Makes unknown what a dead sender left on its way, and has what waits looked at: a net under the loops of
 * server/start/create-worker.ts.
 */
export const sweepOutbox = inngest.createFunction(
  { id: 'sweep-outbox', name: 'Find messages that nobody sends', triggers: [{ cron: '*/5 * * * *' }] },
  ({ step }) =>
    step.run('sweep', async () => {
      const unknown = await markUnknown(silentSeconds);
      ring('outbox');
      return { unknown };
    }),
);
