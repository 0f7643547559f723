import { getEnv } from '../../env';
import { log } from '../../log';
import { startLoop } from '../../start/loop';
import { backOffMs } from './back-off';
import { drive } from './calls/drive';
import { matchEvent } from './events/match-event';
import { answerRequest } from './http/answer-request';
import { type Queue, startQueue } from './queue/queue';
import { matchForgotten, sweep, sweepForgotten } from './sweep/sweep';
import type { RunnerWorld } from './types';

export type RunnerOptions = {
  /** A worker that beats in `worker_processes`: when it falls silent, others go on with what it did. */
  readonly owner: string;
  /** How functions are called: `fetch`, or their handler in this process. */
  readonly call: RunnerWorld['call'];
  readonly nowMs?: () => number;
  readonly backOffMs?: (attempt: number) => number;
  /** Calls at once in this process. */
  readonly concurrency?: number;
  /** With it calls are signed, and who asks for what runs have must know it. */
  readonly signingKey?: string | undefined;
  readonly eventKey?: string | undefined;
};

export type Runner = {
  /** Inngest's interface: events, registration, checkpoints. */
  readonly answer: (request: Request) => Promise<Response>;
  /** Looks at once at what is due: after a test has moved the clock. */
  readonly sweep: () => Promise<void>;
  /** Begins no new call and lets those that are under way end. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts a durable executor that speaks Inngest's side of the protocol to SDKs, with its state in the database of
 * `DATABASE_URL`. Any number may share one database.
 */
export async function createRunner(options: RunnerOptions): Promise<Runner> {
  let isStopping = false;
  let wakeClock: (delayMs: number) => void = () => undefined;
  const world: RunnerWorld = {
    owner: options.owner,
    call: options.call,
    nowMs: options.nowMs ?? Date.now,
    backOffMs: options.backOffMs ?? backOffMs,
    signingKey: options.signingKey,
    eventKey: options.eventKey,
    busy: new Set(),
    isStopping: () => isStopping,
    wakeClock: (delayMs) => wakeClock(delayMs),
  };
  const queue: Queue = await startQueue({
    concurrency: options.concurrency ?? Math.ceil(getEnv().DATABASE_POOL_SIZE / 2), // the app needs some as well
    doItem: (id) => logged('job.itemFailed', () => drive(world, id)),
    matchEvents: async (ids) => {
      for (const id of ids) await logged('job.eventFailed', () => matchEvent(world, id));
    },
  });
  await matchForgotten(world, 0);
  const clock = startLoop('jobs', () => sweep(world));
  const forgotten = startLoop('jobs.forgotten', () => sweepForgotten(world));
  wakeClock = (delayMs) => clock.wake(Math.max(0, delayMs));
  return {
    answer: (request) => answerRequest(world, request),
    sweep: async () => {
      await sweep(world);
    },
    stop: async () => {
      isStopping = true;
      await Promise.all([clock.stop(), forgotten.stop()]);
      await queue.stop();
    },
  };
}

/** A failure here is the database's or ours; the sweep comes back to what was left. */
async function logged(event: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn({ err: error }, event);
  }
}
