import { setTimeout as pause } from 'node:timers/promises';
import { round } from './report';
import type { Stage } from './stage';

export type Kill = {
  readonly victims: 'app' | 'app and PostgreSQL';
  /** Until the app said that it is well. */
  readonly startSeconds: number;
  /** Until the first answer was accepted. */
  readonly recoverySeconds: number;
};

/** SIGKILL for the app, and for PostgreSQL if it is a victim; both are started at once again. */
export async function killAndStart(stage: Stage, victims: Kill['victims'], signal: AbortSignal): Promise<Kill> {
  const killedAt = Date.now();
  await stage.app.kill(victims);
  const secondsUntil = (time: number) => round((time - killedAt) / 1000, 1);
  const started = stage.app.start(signal).then(() => Date.now());
  // What the dead had handed to the network still arrives, and is no sign of life.
  const answered = pause(50).then(() => nextAnswer(stage, stage.fake.accepted.length, signal));
  const [answeredAt, startedAt] = await Promise.all([answered, started]);
  return { victims, startSeconds: secondsUntil(startedAt), recoverySeconds: secondsUntil(answeredAt) };
}

/** When the first answer was accepted beyond those `known`. Rejects when there is none for a minute. */
export async function nextAnswer({ fake, app }: Stage, known: number, signal: AbortSignal): Promise<number> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const next = fake.accepted[known];
    if (next) return next.at;
    if (Date.now() > deadline) {
      throw new Error(`Nothing was answered for ${patienceMs / 1000} s. The app's last words:\n${app.log.lastWords()}`);
    }
    await pause(10, undefined, { signal });
  }
}

const patienceMs = 60_000; // a crash blocks nobody longer
