import { log } from '../../log';
import { currentWorker } from '../start-worker';
import { type Backlog, readBacklog } from './store';

export type Health = {
  readonly ok: boolean;
  readonly database: 'ok' | 'away';
  readonly worker: { readonly id: string | null; readonly beatAgeMs: number | null };
  readonly backlog: Backlog | null;
};

/** Whether this process can do its work: the database answers within a second, and the worker's heart beats. */
export async function readHealth(): Promise<Health> {
  const backlog = await withinPatience(readBacklog());
  const worker = currentWorker();
  const lastBeat = worker?.lastBeatMs();
  const beatAgeMs = lastBeat === undefined ? null : Date.now() - lastBeat;
  const isAlive = beatAgeMs !== null && beatAgeMs < longestSilenceMs;
  return {
    ok: backlog !== null && isAlive,
    database: backlog === null ? 'away' : 'ok',
    worker: { id: worker?.id ?? null, beatAgeMs },
    backlog,
  };
}

const patienceMs = 1_000;
const longestSilenceMs = 10_000;

async function withinPatience(backlog: Promise<Backlog>): Promise<Backlog | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  const found = backlog.catch((error: unknown) => {
    log.warn({ err: error }, 'health.databaseAway');
    return null;
  });
  return Promise.race([found, late]).finally(() => clearTimeout(timer));
}
