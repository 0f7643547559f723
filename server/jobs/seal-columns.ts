import { relockFactors } from '../auth/second-factor/store';
import { rewrapKeys } from '../privacy/sealing/store';
import { resealColumns } from '../sealing/reseal/reseal-columns';
import { inngest } from './client';

/** Locks and seals with today's secret what is not, after it was changed or a column was added. Mostly there is nothing to do. */
export const sealColumnsJob = inngest.createFunction(
  {
    id: 'seal-columns',
    name: 'Seal personal data with today’s secret',
    triggers: [{ cron: '*/10 * * * *' }],
    concurrency: [{ limit: 1 }],
  },
  async ({ step }) => {
    const keys = await step.run('lock keys', () => rewrapKeys());
    const factors = await step.run('lock second factors', () => relockFactors());
    const sealing = await step.run('seal', () => resealColumns());
    return { ...sealing, keys, factors };
  },
);
