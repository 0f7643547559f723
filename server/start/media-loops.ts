import type { Channels } from '../channels';
import { onRing } from '../inbox/bells';
import { msUntilNextFile } from '../media/store';
import { createFileWatch } from '../media/watch-files';
import { createPreparation } from '../speech/speak-due';
import { msUntilNextSpeech } from '../speech/store';
import { createTranscription } from '../speech/transcribe-due';
import { startLoop } from './loop';

export type MediaLoopsOptions = {
  readonly owner: string;
  readonly channels: Channels;
  /** Nothing is claimed before the worker has told that it is alive. */
  readonly isAlive: () => boolean;
};

/**
 * Starts what would hold up turns and sends: customers' files are fetched, their voice notes heard, our answers spoken. A file
 * that was fetched may be a note to be heard, and a turn that was taken may have left words to be spoken.
 */
export function startMediaLoops({ owner, channels, isAlive }: MediaLoopsOptions): {
  readonly stop: () => Promise<void>;
} {
  const watch = createFileWatch({ owner, channels });
  const hearing = createTranscription({ owner });
  const speaking = createPreparation({ owner, channels });
  const start = (name: string, take: Take, msUntilNext: () => Promise<number | undefined>) =>
    startLoop(name, async () => (isAlive() ? rest(await take(), msUntilNext) : awaitBeatMs), pauseMs);

  const files = start('files', watch.fetchDue, msUntilNextFile);
  const notes = start('notes', hearing.transcribeDue, msUntilNextSpeech);
  const voices = start('voices', speaking.prepareDue, msUntilNextSpeech);
  const deafen = [onRing('files', files.wake), onRing('files', notes.wake), onRing('outbox', voices.wake)];

  return {
    stop: async () => {
      for (const stopListening of deafen) stopListening();
      await Promise.all([files, notes, voices].map((loop) => loop.stop()));
      await Promise.all([watch, hearing, speaking].map((work) => work.settled()));
    },
  };
}

type Take = () => Promise<{ readonly claimed: number; readonly isFull: boolean }>;

const awaitBeatMs = 20;
const pauseMs = 20;
/** The longest rest: work of which no bell told is found within it. */
const restMs = 1_000;
/** All lanes are taken: somebody rings when one is free, or this has passed. */
const fullMs = 100;

async function rest(
  { claimed, isFull }: Awaited<ReturnType<Take>>,
  msUntilNext: () => Promise<number | undefined>,
): Promise<number> {
  if (isFull) return fullMs;
  return claimed > 0 ? 0 : Math.min(restMs, Math.max(pauseMs, (await msUntilNext()) ?? restMs));
}
