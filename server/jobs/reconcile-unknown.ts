import { ring } from '../inbox/bells';
import { log } from '../log';
import { raiseUnknown, retryParkedStatuses } from '../outbox/store';
import { inngest } from './client';

const raiseAfterMs = 120_000;

/**
 * Settles sends whose fate is not known by WhatsApp's statuses, also by those that came before we knew the message's id; what
 * stays unknown is raised once for a person, and never sent again. A net under the sweep of server/start/create-worker.ts.
 */
export const reconcileUnknown = inngest.createFunction(
  { id: 'reconcile-unknown', name: 'Settle sends of unknown fate', triggers: [{ cron: '*/5 * * * *' }] },
  ({ step }) =>
    step.run('reconcile', async () => {
      const statuses = await retryParkedStatuses();
      if (statuses > 0) ring('statuses');
      const raised = await raiseUnknown(raiseAfterMs);
      for (const { id, contactId } of raised) log.error({ outboxId: id, contactId }, 'send.unsettled');
      return { statuses, raised: raised.length };
    }),
);
