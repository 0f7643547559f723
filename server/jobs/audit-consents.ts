import { auditConsents } from '../consent/records/audit-consents';
import { inngest } from './client';

/** Writes what customers agreed to and took back into the audit log. */
export const auditConsentsJob = inngest.createFunction(
  {
    id: 'audit-consents',
    name: 'Write consents into the audit log',
    triggers: [{ cron: '* * * * *' }],
    concurrency: [{ limit: 1 }],
  },
  ({ step }) => step.run('audit', async () => ({ consents: await auditConsents() })),
);
