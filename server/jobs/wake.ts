import { log } from '../log';
import { inngest } from './client';

type Event = Parameters<typeof inngest.send>[0];

/**
 * Tells the jobs that there is something to do. Never throws and keeps nobody waiting: the row is stored already, and a sweep
 * finds within a minute what no event told of.
 */
export function wake(event: Event): void {
  inngest.send(event).catch((error: unknown) => log.warn({ err: error }, 'job.notWoken'));
}
