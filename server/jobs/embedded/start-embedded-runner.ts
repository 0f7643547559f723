import { serve } from 'inngest/edge';
import { log } from '../../log';
import { startLoop } from '../../start/loop';
import { jobs } from '..';
import { inngest } from '../client';
import { createRunner, type Runner } from './create-runner';
import { inProcess } from './in-process';
import { isBeating } from './sweep/store';

export type EmbeddedRunner = { readonly stop: () => Promise<void> };

/**
 * Runs the app's jobs in this process, through the SDK's own handler. `owner` is a worker that beats. Returns at once: while the
 * database is away the start is tried again.
 */
export function startEmbeddedRunner({ owner }: { readonly owner: string }): EmbeddedRunner {
  const call = inProcess(serve({ client: inngest, functions: [...jobs] }));
  let runner: Runner | undefined;
  const start = startLoop('jobs.start', async () => {
    if (!(await isBeating(owner))) return awaitBeatMs; // what it began would look like a dead worker's
    runner ??= await createRunner({ owner, call });
    const synced = await call(appAddress, { method: 'PUT' });
    if (!synced.ok) throw new Error(`The jobs could not be registered: status ${synced.status}.`);
    log.info({ jobs: jobs.length }, 'jobs.started');
    return Number.POSITIVE_INFINITY;
  });
  return {
    stop: async () => {
      await start.stop();
      await runner?.stop();
    },
  };
}

const awaitBeatMs = 20;
const appAddress = 'http://app.embedded.invalid/api/inngest'; // only a name: the handler is called in this process
