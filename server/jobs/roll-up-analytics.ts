import { rollUp } from '../analytics/roll-up/roll-up';
import { inngest } from './client';

/** More than a minute brings; the first time, a million turns take several minutes. */
const MINUTE = { most: 100_000, waitMs: 2_000 } as const;

/** Adds what has happened to the figures, each minute. */
export const rollUpAnalytics = inngest.createFunction(
  {
    id: 'roll-up-analytics',
    name: 'Count what has happened',
    triggers: [{ cron: '* * * * *' }],
    concurrency: [{ limit: 1 }],
  },
  ({ step }) => step.run('count', () => rollUp(MINUTE)),
);
