import type { Channel, ChannelId } from '../channels/channel';
import { ring } from '../inbox/bells';
import { log } from '../log';
import { fetchAndStore } from './fetch-and-store';
import { claimFiles, type FetchJob, type FetchOutcome, recordFetch } from './store';
import { untilDatabase } from './until-database';

/** Fetches what customers sent, a few files side by side. */
export type FileWatch = {
  /** Claims what is due, as far as there is room, and begins fetching. `isFull` if more may be waiting. */
  readonly fetchDue: () => Promise<{ readonly claimed: number; readonly isFull: boolean }>;
  /** Resolves when every fetch that was begun is recorded, or could not be. */
  readonly settled: () => Promise<void>;
};

export type FileWatchOptions = {
  /** The worker in whose name files are claimed. */
  readonly owner: string;
  readonly channels: Readonly<Record<ChannelId, Channel | undefined>>;
};

export function createFileWatch({ owner, channels }: FileWatchOptions): FileWatch {
  const ids = Object.values(channels).flatMap((channel) => channel?.id ?? []);
  const busy = new Set<Promise<void>>();

  const fetchOne = async (job: FetchJob): Promise<void> => {
    const channel = channels[job.channel];
    if (!channel) return; // claims name configured channels only
    const outcome = await fetchAndStore(channel, job);
    tell(job, outcome);
    const woke = await untilDatabase(() => recordFetch(owner, job, outcome));
    if (woke) ring('turns');
    if (outcome.status === 'waiting') ring('files', outcome.retryAfterMs);
  };

  const begin = (job: FetchJob) => {
    const fetching = fetchOne(job)
      .catch((error: unknown) => {
        // The row stays ours until the lease runs out, and is fetched again then.
        log.error({ fileId: job.id, err: error }, 'file.notRecorded');
      })
      .finally(() => {
        busy.delete(fetching);
        ring('files'); // there is room again
      });
    busy.add(fetching);
  };

  return {
    fetchDue: async () => {
      const room = mostAtOnce - busy.size;
      if (room <= 0) return { claimed: 0, isFull: true };
      const jobs = await claimFiles(owner, room, ids);
      for (const job of jobs) begin(job);
      return { claimed: jobs.length, isFull: jobs.length === room };
    },
    settled: async () => {
      while (busy.size > 0) await Promise.all(busy);
    },
  };
}

/** One whole round: what is due now, four files at most, until they are recorded. Says how many. */
export async function fetchDueFiles(options: FileWatchOptions): Promise<number> {
  const watch = createFileWatch(options);
  const { claimed } = await watch.fetchDue();
  await watch.settled();
  return claimed;
}

const mostAtOnce = 4;

function tell(job: FetchJob, outcome: FetchOutcome): void {
  if (outcome.status === 'stored') return;
  const { problemCode } = outcome;
  const what = { fileId: job.id, kind: job.kind, attempts: job.attempts, code: problemCode };
  log.warn(what, outcome.status === 'failed' ? 'file.failed' : 'file.putOff');
}
