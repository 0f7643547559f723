import { remindOfficers } from '../handovers/remind-officers';
import { inngest } from './client';

/** Tells officers of customers who wait for them, and once more when they have waited long. */
export const remindOfficersJob = inngest.createFunction(
  { id: 'remind-officers', name: 'Remind officers of who waits', triggers: [{ cron: '*/5 * * * *' }] },
  ({ step }) => step.run('remind', () => remindOfficers(Date.now())),
);
