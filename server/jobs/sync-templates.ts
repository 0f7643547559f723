import { RetryAfterError } from 'inngest';
import { syncTemplates } from '../templates/sync/sync-templates';
import { templatesAccess } from '../templates/templates-access';
import { inngest } from './client';

/** Takes over what WhatsApp says of our templates, every six hours; nothing where no business account is configured. */
export const syncTemplatesJob = inngest.createFunction(
  {
    id: 'sync-templates',
    name: 'Read the templates at WhatsApp',
    triggers: [{ cron: '20 */6 * * *' }],
    concurrency: [{ limit: 1 }],
    retries: 3,
  },
  ({ step }) =>
    step.run('sync', async () => {
      const access = templatesAccess();
      if (!access) return { listed: 0 };
      const synced = await syncTemplates(access);
      if (!synced.ok && synced.retryable) throw new RetryAfterError(synced.code, '10m');
      return synced.ok ? { listed: synced.listed, missing: synced.missing } : { listed: 0, code: synced.code };
    }),
);
