import { relockFactors } from '../auth/second-factor/store';
import { rewrapKeys } from '../privacy/sealing/store';
import { resealColumns } from '../sealing/reseal/reseal-columns';
import { inngest } from './client';

/** A part of a walk is as long as a step may be, and a run as long as there is until the next one. */
const PART_MS = 20_000;
const MOST_PARTS = 25;

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
    for (let part = 1; part <= MOST_PARTS; part += 1) {
      const state = await step.run(`seal ${part}`, () => resealColumns(PART_MS));
      if (state.finishedAt !== null) return { ...state, keys, factors };
    }
    return { keys, factors }; // the next run goes on
  },
);
