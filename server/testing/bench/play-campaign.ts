import { setTimeout as pause } from 'node:timers/promises';
import type { AcceptedSend } from '../fake-whatsapp/ledger';
import { createRandom } from '../fake-whatsapp/random';
import type { FakeWhatsApp } from '../fake-whatsapp/start-fake-whatsapp';
import { readAfterOptOut, watchOptOuts } from '../watch-opt-outs';
import { fillAudience, phoneOf } from './campaign-audience';
import { type CampaignVerdict, judgeCampaign } from './campaign-verdict';
import { Crowd, type Written } from './crowd';
import { type Disturbance, disturb } from './disturb-campaign';
import { enterStudio } from './enter-studio';
import { judge, type Verdict } from './judge';
import { launchCampaign } from './launch-campaign';
import { drain, readMemory } from './memory';
import { residentMb } from './resident-memory';
import type { Stage } from './stage';
import { withDatabase } from './with-database';

export type CampaignPlan = {
  readonly recipients: number;
  /** Messages a second that WhatsApp takes of the number. */
  readonly limit: number;
  /** Kills, orderly restarts and pauses while it runs. */
  readonly restarts: number;
  /** Customers who write meanwhile, and how many messages they all write in a second. */
  readonly contacts: number;
  readonly rate: number;
  /** Recipients who ask for an end while it runs. */
  readonly leavers: number;
  readonly seed: number;
};

export type CampaignOutcome = {
  readonly written: readonly Written[];
  readonly verdict: Verdict;
  readonly campaign: CampaignVerdict;
  readonly optedOut: number;
  readonly afterOptOut: readonly string[];
  readonly disturbances: readonly Disturbance[];
  /** From the launch to the first message. */
  readonly freezeSeconds: number;
  /** When the first and the last message of the campaign were accepted, in milliseconds since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Of the first app: a tenth into the campaign, and at its end; undefined where it is not known. */
  readonly residentMb: readonly [number | undefined, number | undefined];
  readonly drained: 'drained' | 'late';
};

type Play = { readonly stop: AbortSignal; readonly onSending: () => void };

/** A campaign is launched through the studio and leaves as fast as it may, while customers write and recipients opt out. */
export async function playCampaign(
  stage: Stage,
  plan: CampaignPlan,
  { stop, onSending }: Play,
): Promise<CampaignOutcome> {
  const { app, fake } = stage;
  await fillAudience(app.databaseUrl, plan.recipients);
  await withDatabase(app.databaseUrl, (db) => watchOptOuts(db));
  const crowd = new Crowd(fake, plan.contacts);
  const enough = new AbortController();
  const going = AbortSignal.any([stop, enough.signal]);
  const writing = keepWriting(crowd, plan.rate, going);
  const disturbances: Disturbance[] = [];
  let beside: Promise<unknown> = Promise.resolve();
  let early: number | undefined;
  const launchedMs = Date.now() + warmUpMs;
  try {
    await pause(warmUpMs, undefined, { signal: stop });
    const studio = await enterStudio(app);
    const campaignId = await launchCampaign(studio);
    await untilAccepted(fake, Math.ceil(plan.recipients / 10), stop);
    early = residentMb(app);
    onSending();
    const isOver = () => fake.accepted.filter(isOfCampaign).length > 0.95 * plan.recipients;
    const disturbing = disturb({ ...stage, studio }, campaignId, { ...plan, isOver }, going, disturbances);
    beside = Promise.all([disturbing, keepLeaving(fake, plan, going)]);
    await disturbing;
    await untilAccepted(fake, plan.recipients, stop);
  } finally {
    enough.abort();
    await Promise.allSettled([writing, beside]);
  }
  const late = residentMb(app);
  const drained = await drain(fake, app.databaseUrl, patienceMs);
  const sends = fake.accepted.filter(isOfCampaign);
  const { optedOut, late: afterOptOut } = await withDatabase(app.databaseUrl, (db) => readAfterOptOut(db));
  const [fromMs = launchedMs, toMs = launchedMs] = [sends[0]?.at, sends.at(-1)?.at];
  return {
    written: crowd.written,
    verdict: judge(crowd.written, fake.accepted, await readMemory(app.databaseUrl)),
    campaign: await judgeCampaign(app.databaseUrl, sends),
    optedOut,
    afterOptOut,
    disturbances,
    freezeSeconds: (fromMs - launchedMs) / 1000,
    fromMs,
    toMs,
    residentMb: [early, late],
    drained,
  };
}

const warmUpMs = 5000; // only live customers: the first answers of a new app are slower
const patienceMs = 30_000;

export function isOfCampaign({ body }: AcceptedSend): boolean {
  return body.type === 'template';
}

/** Writes at an even rate until aborted, whatever has become of earlier messages. */
async function keepWriting(crowd: Crowd, rate: number, signal: AbortSignal): Promise<void> {
  for (let dueAt = Date.now(); !signal.aborted; dueAt += 1000 / rate) {
    await pause(Math.max(0, dueAt - Date.now()), undefined, { signal }).catch(() => undefined); // aborted: it ends
    if (!signal.aborted) crowd.writeNext(dueAt);
  }
}

/** Recipients all over the campaign ask for an end, spread over the time that it takes. */
async function keepLeaving(fake: FakeWhatsApp, plan: CampaignPlan, signal: AbortSignal): Promise<void> {
  const random = createRandom(plan.seed);
  const gapMs = (plan.recipients / plan.limit / Math.max(1, plan.leavers)) * 900;
  for (let left = 0; left < plan.leavers && !signal.aborted; left += 1) {
    await pause(gapMs, undefined, { signal }).catch(() => undefined); // aborted: it ends
    const from = phoneOf(Math.floor(random.next() * plan.recipients));
    void fake.receiveFromCustomer({ from, text: 'STOP', at: Date.now() });
  }
}

/** Resolves when so many messages of the campaign have been accepted, or when none comes any more. */
async function untilAccepted(fake: FakeWhatsApp, count: number, signal: AbortSignal): Promise<void> {
  let sent = fake.accepted.filter(isOfCampaign).length;
  let lastAt = Date.now();
  const stopListening = fake.ledger.onAccepted((send) => {
    if (!isOfCampaign(send)) return;
    sent += 1;
    lastAt = Date.now();
  });
  while (sent < count && Date.now() - lastAt < patienceMs) await pause(250, undefined, { signal });
  stopListening();
}
