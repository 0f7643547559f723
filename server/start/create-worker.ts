import path from 'node:path';
import { applyAccountFacts } from '../account-facts/apply-account-facts';
import { type Channels, createChannels } from '../channels';
import { createInboundHandler, type InboundHandler } from '../conversation/handle-inbound';
import { newId } from '../conversation/ids';
import { freeContactsOfTheDead, msUntilNextDue, wakeForTimers } from '../conversation/queue/store';
import { turnWorldNow } from '../conversation/turn-world-now';
import { getEnv } from '../env';
import { onRing, ring } from '../inbox/bells';
import { log } from '../log';
import { createDeliverer, type Deliverer } from '../outbox/deliver';
import { createStatusFolder, type StatusFolder } from '../outbox/fold-due';
import { readDeadJournals, removeJournal } from '../outbox/journal/journal-files';
import { openSendJournal } from '../outbox/journal/send-journal';
import { markUnknown, raiseUnknown, requeueUnsent, retryParkedStatuses } from '../outbox/store';
import { messageIdsOf } from '../sealing/message-id';
import { embeddedReader } from '../understanding/understand-turn';
import { createAcknowledger } from './acknowledger';
import { configuredChannels } from './configured-channels';
import { startLoop } from './loop';
import { startMediaLoops } from './media-loops';
import { beat, forgetTheDead, leave } from './presence/store';

export type Worker = {
  readonly id: string;
  /** When it last told the database that it is alive, by `Date.now()`; undefined before the first time. */
  readonly lastBeatMs: () => number | undefined;
  /** Begins no new work and finishes what was begun. */
  readonly stop: () => Promise<void>;
};

export type WorkerOptions = {
  /** Instead of those that the environment describes. */
  readonly channels?: Channels;
  /** Lets flows call services on this machine. */
  readonly allowLoopback?: boolean;
  readonly sendDeadlineMs?: number;
  readonly holdUnknownMs?: number;
  readonly raiseUnknownMs?: number;
};

/** Starts a worker. Any number may work on one database, in one process or in many; each finds what the others leave. */
export function createWorker(options: WorkerOptions = {}): Worker {
  const id = newId();
  embeddedReader();
  void messageIdsOf('whatsapp').catch(() => undefined); // read before the first message needs it, which would ask again
  const { channels = createChannels(configuredChannels()), allowLoopback = false } = options;
  const inbound = createInboundHandler({
    owner: id,
    world: () => turnWorldNow({ allowLoopback }),
    acknowledge: createAcknowledger(channels),
  });
  const journals = path.resolve(getEnv().VAARTA_DATA_DIR, 'sends');
  const journal = openSendJournal(journals, id);
  const deliverer = createDeliverer({
    owner: id,
    channels,
    journal,
    ...(options.sendDeadlineMs === undefined ? {} : { deadlineMs: options.sendDeadlineMs }),
    ...(options.holdUnknownMs === undefined ? {} : { holdMs: options.holdUnknownMs }),
  });
  const foldDue = createStatusFolder();
  let lastBeatMs: number | undefined;

  const turns = startLoop('turns', async () => (lastBeatMs === undefined ? awaitBeatMs : takeTurns(inbound)), 12);
  const outbox = startLoop('outbox', async () => (lastBeatMs === undefined ? awaitBeatMs : deliver(deliverer)), 8);
  const statuses = startLoop('statuses', () => fold(foldDue), 50);
  const media = startMediaLoops({ owner: id, channels, isAlive: () => lastBeatMs !== undefined });
  const facts = startLoop('facts', async () => ((await applyAccountFacts()) > 0 ? 0 : factsRestMs), 50);
  const others = [
    facts,
    startLoop('presence', async () => {
      await beat(id);
      lastBeatMs = Date.now();
      return beatMs;
    }),
    startLoop('leases', async () => {
      await inbound.renew();
      return 10_000;
    }),
    startLoop('sweep', () => sweep(journals, options.raiseUnknownMs ?? 120_000)),
    startLoop('tidying', tidy),
  ];
  const deafen = [
    onRing('turns', turns.wake),
    onRing('outbox', outbox.wake),
    onRing('statuses', statuses.wake),
    onRing('facts', facts.wake),
  ];
  log.info({ workerId: id }, 'worker.started');

  return {
    id,
    lastBeatMs: () => lastBeatMs,
    stop: async () => {
      for (const stopListening of deafen) stopListening();
      await Promise.all([turns, outbox, statuses, ...others].map((loop) => loop.stop()));
      await Promise.all([inbound.settled(), deliverer.settled(), media.stop()]);
      journal.close();
      await leave(id);
      log.info({ workerId: id }, 'worker.stopped');
    },
  };
}

/** Who has not beaten for `silentSeconds` is dead to the others. */
const beatMs = 1_000;
const silentSeconds = 5;
/** Nothing is claimed before the first beat: it would look like a dead worker's. */
const awaitBeatMs = 20;
/** The longest rest: work of which no bell told is found within it. */
const restMs = 1_000;
const factsRestMs = 5_000;

async function takeTurns(inbound: InboundHandler): Promise<number> {
  const { claimed, isFull } = await inbound.takeDue();
  if (claimed > 0) return 0;
  return isFull ? 10 : Math.min(restMs, (await msUntilNextDue()) ?? restMs);
}

async function deliver(deliverer: Deliverer): Promise<number> {
  return Math.min(restMs, await deliverer.deliverDue());
}

async function fold(foldDue: StatusFolder): Promise<number> {
  return (await foldDue(500)) > 0 ? 0 : restMs;
}

/** What nobody rings a bell for: clocks that run out, and what the dead leave behind. */
async function sweep(journals: string, raiseUnknownMs: number): Promise<number> {
  await buryTheDead(journals);
  const woken = (await wakeForTimers(200)) + (await freeContactsOfTheDead(silentSeconds));
  if (woken > 0) ring('turns');
  const unknown = await markUnknown(silentSeconds);
  if (unknown > 0) log.warn({ count: unknown }, 'send.unknown');
  for (const send of await raiseUnknown(raiseUnknownMs)) {
    log.error({ outboxId: send.id, contactId: send.contactId }, 'send.unsettled');
  }
  return restMs;
}

/** A worker that died on this machine is known to be dead at once, and what it surely did not send goes out again. */
async function buryTheDead(journals: string): Promise<void> {
  for (const { workerId, left } of readDeadJournals(journals)) {
    const count = await requeueUnsent(workerId, left);
    await leave(workerId);
    removeJournal(journals, workerId);
    log.warn({ workerId, requeued: count }, 'worker.died');
    ring('outbox');
  }
}

async function tidy(): Promise<number> {
  await forgetTheDead();
  if ((await retryParkedStatuses()) > 0) ring('statuses');
  return 3_000;
}
