import { decayInterest } from '../leads/decay-interest';
import { inngest } from './client';

/** Brings interest and score of silent leads to what they are worth today, each night. */
export const decayInterestJob = inngest.createFunction(
  {
    id: 'decay-interest',
    name: 'Let interest fade',
    triggers: [{ cron: 'TZ=Asia/Kolkata 10 3 * * *' }],
    concurrency: [{ limit: 1 }],
  },
  ({ step }) => step.run('fade', async () => ({ changed: await decayInterest(Date.now()) })),
);
