import { shredArchives } from '../privacy/erasures/shred-archives';
import { inngest } from './client';

/** Ends each night what erasures have left: archives whose time is over, files that could not be removed, keys to lock anew. */
export const shredArchivesJob = inngest.createFunction(
  {
    id: 'shred-archives',
    name: 'Shred sealed archives',
    triggers: [{ cron: 'TZ=Asia/Kolkata 50 2 * * *' }],
    concurrency: [{ limit: 1 }],
  },
  ({ step }) => step.run('shred', () => shredArchives(Date.now())),
);
