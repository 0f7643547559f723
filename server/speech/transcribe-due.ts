import { KnownError } from '../errors';
import { ring } from '../inbox/bells';
import { log } from '../log';
import { mediaStorage } from '../media/storage';
import { untilDatabase } from '../media/until-database';
import { createLanes } from './lanes';
import { claimNotes, type NoteJob, type NoteOutcome, recordNote } from './store';
import { type Transcriber, transcriberNow } from './transcriber';

/** Hears the voice notes that wait for it, a few side by side. */
export type Transcription = {
  /** Claims what is due, as far as there is room, and begins hearing. `isFull` if more may be waiting. */
  readonly transcribeDue: () => Promise<{ readonly claimed: number; readonly isFull: boolean }>;
  /** Resolves when every note that was begun is recorded, or could not be. */
  readonly settled: () => Promise<void>;
};

export type TranscriptionOptions = {
  /** The worker in whose name notes are claimed. */
  readonly owner: string;
  /** Null: nothing is there that could hear, and every note is "unheard" at once. */
  readonly transcriber?: Transcriber | null;
};

export function createTranscription({ owner, transcriber = transcriberNow() }: TranscriptionOptions): Transcription {
  const lanes = createLanes(mostAtOnce);

  const transcribe = async (job: NoteJob): Promise<void> => {
    const outcome = await hear(job, transcriber);
    if (outcome.status !== 'heard') log.warn({ fileId: job.id, code: outcome.problemCode }, `voice.${outcome.status}`);
    if (await untilDatabase(() => recordNote(owner, job, outcome))) ring('turns');
  };

  return {
    transcribeDue: async () => {
      const room = lanes.room();
      if (room <= 0) return { claimed: 0, isFull: true };
      const jobs = await claimNotes(owner, room);
      for (const job of jobs) {
        // The row stays ours until the lease runs out, and is heard again then.
        lanes.begin(
          () => transcribe(job),
          (error) => log.error({ fileId: job.id, err: error }, 'voice.notRecorded'),
        );
      }
      return { claimed: jobs.length, isFull: jobs.length === room };
    },
    settled: lanes.settled,
  };
}

/** One whole round: what is due now, three notes at most, until they are recorded. Says how many. */
export async function transcribeDue(options: TranscriptionOptions): Promise<number> {
  const transcription = createTranscription(options);
  const { claimed } = await transcription.transcribeDue();
  await transcription.settled();
  return claimed;
}

const mostAtOnce = 3;
/** A turn waits half a minute for a note: after this nobody would wait for another try. */
const worthRetryMs = 20_000;
const retryAfterMs = 2_000;
/** A note that could not be heard for so long, because every worker that tried died of it, is given up. */
const longestMs = 3_600_000;

async function hear(job: NoteJob, transcriber: Transcriber | null): Promise<NoteOutcome> {
  if (transcriber === null) return { status: 'unheard', problemCode: 'speech.notConfigured' };
  if (job.ageMs > longestMs) return { status: 'unheard', problemCode: 'speech.tooLate' };
  const began = performance.now();
  const heard = await hearStored(job, transcriber);
  if (heard.ok) return { status: 'heard', transcript: heard.value };
  const ageMs = job.ageMs + performance.now() - began;
  if (!heard.retryable || ageMs > worthRetryMs) return { status: 'unheard', problemCode: heard.code };
  return { status: 'later', problemCode: heard.code, retryAfterMs: Math.max(retryAfterMs, heard.retryAfterMs ?? 0) };
}

type Heard =
  | Awaited<ReturnType<Transcriber['hear']>>
  | { readonly ok: false; readonly code: string; readonly retryable: boolean; readonly retryAfterMs?: number };

async function hearStored({ storageKey, language }: NoteJob, transcriber: Transcriber): Promise<Heard> {
  try {
    const bytes = await mediaStorage().get(storageKey);
    if (bytes === undefined) return { ok: false, code: 'file.gone', retryable: false };
    return await transcriber.hear({ bytes, language: language ?? undefined });
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { ok: false, code: error.code, retryable: true };
  }
}
