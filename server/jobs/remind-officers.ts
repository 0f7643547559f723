import { remindOfficers } from '../handovers/remind-officers';
import { reassignSilent } from '../handovers/routing/reassign-silent';
import { routeHandovers } from '../handovers/routing/route-handovers';
import { inngest } from './client';

/**
 * Finds an officer for who has none, and another one where an officer is silent; tells officers of customers who wait for them,
 * and once more when they have waited long.
 */
export const remindOfficersJob = inngest.createFunction(
  { id: 'remind-officers', name: 'Remind officers of who waits', triggers: [{ cron: '*/5 * * * *' }] },
  async ({ step }) => {
    await step.run('route', () => routeHandovers(Date.now()));
    await step.run('reassign', () => reassignSilent(Date.now()));
    return step.run('remind', () => remindOfficers(Date.now()));
  },
);
