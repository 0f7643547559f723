import { nudgeClosingWindow } from '../handovers/nudge-closing-window';
import { inngest } from './client';

/** Tells officers of customers who can be answered freely for less than two hours more. */
export const nudgeClosingWindowJob = inngest.createFunction(
  { id: 'nudge-closing-window', name: 'Tell of windows that close', triggers: [{ cron: '*/10 * * * *' }] },
  ({ step }) => step.run('nudge', () => nudgeClosingWindow(Date.now())),
);
