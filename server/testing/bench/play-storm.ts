import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../fake-whatsapp/random';
import type { FakeWhatsApp } from '../fake-whatsapp/start-fake-whatsapp';
import { Crowd } from './crowd';
import { findHidden } from './find-hidden';
import { judge, type Verdict } from './judge';
import { drain, readMemory, readSends } from './memory';
import { passDays } from './pass-days';
import { RepeatingPost } from './repeating-post';
import { endStorm, raiseStorm } from './storm';

/** An app in whatever form, and the WhatsApp that it talks with. */
export type StormStage = {
  readonly fake: FakeWhatsApp;
  /** Where its database is now: a PostgreSQL that was killed comes back under another address. */
  readonly databaseUrl: () => string;
  /** Stops the app, does something, and starts it again. */
  readonly restart: (between: () => Promise<void>) => Promise<void>;
  /** Harms the app while customers write, until the signal is aborted. Says how often. */
  readonly harm?: (over: AbortSignal) => Promise<number>;
};

export type StormPlan = {
  readonly seed: number;
  /** It goes on until WhatsApp has taken so many messages. */
  readonly sends: number;
  readonly contacts: number;
  /** The most messages of customers in a second. */
  readonly rate: number;
  readonly severity: number;
};

export type StormOutcome = {
  readonly verdict: Verdict;
  readonly hidden: readonly string[];
  readonly sends: number;
  readonly messages: number;
  readonly neverTaken: number;
  /** Copies of webhooks beyond the first. */
  readonly copies: number;
  /** Messages whose fate the app cannot know, and shows. */
  readonly unknownShown: number;
  readonly harmed: number;
  readonly drained: 'drained' | 'late';
};

/** Customers write through a storm; then it clears, days pass, and all that they wrote comes again. What was kept? */
export async function playStorm(stage: StormStage, plan: StormPlan, stop: AbortSignal): Promise<StormOutcome> {
  const { fake, databaseUrl } = stage;
  const random = createRandom(plan.seed);
  const post = new RepeatingPost(fake, random);
  const crowd = new Crowd(fake, plan.contacts, (message) => post.post(message));
  raiseStorm(fake, random, plan.severity);
  const harmed = await writeInHarm(stage, crowd, plan, stop);
  endStorm(fake);
  const drained = await drain(fake, databaseUrl(), patienceMs);
  await stage.restart(() => passDays(databaseUrl(), 3));
  await post.repeatAll();
  const drainedAgain = await drain(fake, databaseUrl(), patienceMs);

  const sends = await readSends(databaseUrl());
  return {
    verdict: judge(crowd.written, fake.accepted, await readMemory(databaseUrl())),
    hidden: findHidden(sends, fake.accepted, fake.ledger.silent),
    sends: sends.length,
    messages: crowd.written.length,
    neverTaken: crowd.written.filter(({ delivery }) => delivery === undefined).length,
    copies: post.copies,
    unknownShown: sends.filter(({ status }) => status === 'unknown').length,
    harmed,
    drained: drained === 'drained' ? drainedAgain : drained,
  };
}

const patienceMs = 60_000; // a crash blocks nobody longer
const askAgainMs = 12_000; // a message in doubt holds those behind it for 10 s

/** Writes while the app is harmed, and stops both when one of them ends or fails. Says how often it was harmed. */
async function writeInHarm(stage: StormStage, crowd: Crowd, plan: StormPlan, stop: AbortSignal): Promise<number> {
  const over = new AbortController();
  const signal = AbortSignal.any([stop, over.signal]);
  const harming = Promise.resolve(stage.harm?.(signal) ?? 0).catch((cause: unknown) => {
    over.abort();
    throw cause;
  });
  const writing = writeUntil(crowd, stage.fake, plan, signal).finally(() => over.abort());
  await Promise.allSettled([harming, writing]);
  const harmed = await harming; // its failure comes first: the writing ends because of it
  await writing;
  return harmed;
}

/** Who waits for an answer waits, but nobody for ever: people ask again. */
async function writeUntil(crowd: Crowd, fake: FakeWhatsApp, plan: StormPlan, stop: AbortSignal): Promise<void> {
  let best = { count: 0, at: Date.now() };
  while (fake.accepted.length < plan.sends) {
    stop.throwIfAborted();
    crowd.writeNextIdle(Date.now(), askAgainMs);
    await pause(1000 / plan.rate, undefined, { signal: stop });
    if (fake.accepted.length > best.count) best = { count: fake.accepted.length, at: Date.now() };
    if (Date.now() - best.at > patienceMs) throw new Error(`Nothing was sent for ${patienceMs / 1000} s.`);
  }
}
