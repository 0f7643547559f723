import { setTimeout as pause } from 'node:timers/promises';
import type { FakeWhatsApp } from '../fake-whatsapp/start-fake-whatsapp';
import { type CampaignVerdict, fillQueue, isOfCampaign, judgeCampaign } from './campaign-queue';
import { Crowd, type Written } from './crowd';
import { judge, type Verdict } from './judge';
import { drain, readMemory } from './memory';

/** An app in whatever form, and the WhatsApp that it talks with. */
export type CampaignStage = { readonly fake: FakeWhatsApp; readonly databaseUrl: string };

export type CampaignPlan = {
  /** Messages of the campaign. */
  readonly queue: number;
  /** Customers who write meanwhile, and how many messages they all write in a second. */
  readonly contacts: number;
  readonly rate: number;
};

export type CampaignOutcome = {
  readonly written: readonly Written[];
  readonly verdict: Verdict;
  readonly campaign: CampaignVerdict;
  /** When the first and the last message of the campaign were accepted, in milliseconds since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly drained: 'drained' | 'late';
};

/** Live customers write while a campaign leaves as fast as it may; `onQueued` is called when it has been put there. */
export async function playCampaign(
  { fake, databaseUrl }: CampaignStage,
  plan: CampaignPlan,
  { stop, onQueued }: { readonly stop: AbortSignal; readonly onQueued: () => void },
): Promise<CampaignOutcome> {
  const crowd = new Crowd(fake, plan.contacts);
  const enough = new AbortController();
  const writing = keepWriting(crowd, plan.rate, AbortSignal.any([stop, enough.signal]));
  try {
    await pause(warmUpMs, undefined, { signal: stop });
    await fillQueue(databaseUrl, plan.queue);
    onQueued();
    await untilSent(fake, plan.queue, stop);
  } finally {
    enough.abort();
    await writing;
  }
  const drained = await drain(fake, databaseUrl, patienceMs);
  const sends = fake.accepted.filter(isOfCampaign);
  return {
    written: crowd.written,
    verdict: judge(crowd.written, fake.accepted, await readMemory(databaseUrl)),
    campaign: await judgeCampaign(databaseUrl, fake.accepted),
    fromMs: sends[0]?.at ?? 0,
    toMs: sends.at(-1)?.at ?? 0,
    drained,
  };
}

const warmUpMs = 5000; // only live customers: the first answers of a new app are slower
const patienceMs = 30_000;

/** Writes at an even rate until aborted, whatever has become of earlier messages. */
async function keepWriting(crowd: Crowd, rate: number, signal: AbortSignal): Promise<void> {
  for (let dueAt = Date.now(); !signal.aborted; dueAt += 1000 / rate) {
    await pause(Math.max(0, dueAt - Date.now()), undefined, { signal }).catch(() => undefined); // aborted: it ends
    if (!signal.aborted) crowd.writeNext(dueAt);
  }
}

/** Resolves when so many messages of the campaign have been accepted, or when none comes any more. */
async function untilSent(fake: FakeWhatsApp, queue: number, signal: AbortSignal): Promise<void> {
  let sent = fake.accepted.filter(isOfCampaign).length;
  let lastAt = Date.now();
  const stopListening = fake.ledger.onAccepted((send) => {
    if (!isOfCampaign(send)) return;
    sent += 1;
    lastAt = Date.now();
  });
  while (sent < queue && Date.now() - lastAt < patienceMs) await pause(250, undefined, { signal });
  stopListening();
}
