import { ring } from '../inbox/bells';
import { msUntilNextFile } from '../media/store';
import { inngest } from './client';

/** A net under the loops of server/start/media-loops.ts, which look each second: wakes them for files that were put off. */
export const retryMedia = inngest.createFunction(
  { id: 'retry-media', name: 'Try files again', triggers: [{ cron: '*/5 * * * *' }] },
  ({ step }) =>
    step.run('wake', async () => {
      ring('files');
      return { nextInMs: (await msUntilNextFile()) ?? null };
    }),
);
