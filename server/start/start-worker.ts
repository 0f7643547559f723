import { type EmbeddedRunner, startEmbeddedRunner } from '../jobs/embedded/start-embedded-runner';
import { runnerKind } from '../jobs/runner-kind';
import { checkNumbers } from '../whatsapp-numbers/check-numbers';
import { createWorker, type Worker } from './create-worker';
import { type Loop, startLoop } from './loop';
import { answerWebhooksFirst } from './webhooks-first';

/** Starts the worker of this process: the part that takes turns, sends messages and runs jobs. There is never more than one. */
export async function startWorker(): Promise<Worker> {
  if (!globalThis.vaartaWorker) {
    answerWebhooksFirst();
    globalThis.vaartaWorker = createWorker();
    numbers = watchNumbers();
    if (runnerKind() === 'embedded') runner = startEmbeddedRunner({ owner: globalThis.vaartaWorker.id });
    finishBeforeExit();
  }
  return globalThis.vaartaWorker;
}

/** Looks how our WhatsApp numbers stand, at the start and then and again: sending keeps to their limits. */
function watchNumbers(): Loop {
  return startLoop('numbers', async () => {
    await checkNumbers();
    return sixHoursMs;
  });
}

const sixHoursMs = 6 * 3_600_000;
let numbers: Loop | undefined;
let runner: EmbeddedRunner | undefined;

/** Stops it: no new work is begun, and what was begun is finished. */
export async function stopWorker(): Promise<void> {
  const worker = globalThis.vaartaWorker;
  globalThis.vaartaWorker = undefined;
  void numbers?.stop(); // a question to WhatsApp that is under way holds up no exit
  await runner?.stop(); // while the worker still beats: else what jobs are doing would look like a dead one's
  await worker?.stop();
}

/** The running worker, for those who ask how it does. */
export function currentWorker(): Worker | undefined {
  return globalThis.vaartaWorker;
}

/**
 * Lets a process that is asked to stop finish what it has begun: a message that is just being sent would otherwise be left
 * as unknown. Only where Next leaves the signals to us; it would not wait.
 */
function finishBeforeExit(): void {
  if (!process.env.NEXT_MANUAL_SIG_HANDLE) return;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stopWorker().finally(() => process.exit(0)));
  }
}

/** Next gives each route a bundle with modules of its own: the worker is one for all of them. */
declare global {
  var vaartaWorker: Worker | undefined;
}
