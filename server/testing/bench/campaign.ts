import { parseArgs } from 'node:util';
import { stopSignal } from '../../start/stop-signal';
import type { AcceptedSend, RefusedSend } from '../fake-whatsapp/ledger';
import { type CpuShares, measureCpu } from './cpu-shares';
import { type CampaignOutcome, type CampaignPlan, playCampaign } from './play-campaign';
import { complaintsOf, isClean, machine, percentile, printFindings, printTable, round } from './report';
import { type Stage, withStage } from './stage';
import { wholeNumber } from './whole-number';

/**
 * `npm run bench:campaign`: a campaign of 20,000 template messages waits in the outbox of one number, and WhatsApp takes 80
 * messages a second of it, in and out together, and refuses what is more. Meanwhile customers write, and their answers must
 * not wait behind the campaign. How fast does it leave, how long do the customers wait, and what did WhatsApp refuse?
 */

const burstWindowMs = 50; // the product's default, 1,500, is time in which people are waited for, not work
const load = { contacts: 60, rate: 2 } as const;
const perSecond = 80;
const edge = 0.1; // of the time, at the beginning and at the end: not counted in the sustained rate
const windowMs = 10_000; // the rate is also looked at in pieces of this length

type Run = CampaignOutcome & {
  readonly cpu: CpuShares | undefined;
  readonly accepted: readonly AcceptedSend[];
  readonly refused: readonly RefusedSend[];
  readonly doubled: readonly string[];
  readonly complaints: Readonly<Record<string, number>>;
};

const stop = stopSignal();
await bench().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(stop.aborted ? 'Stopped.' : error instanceof Error ? error.message : error);
});

async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { queue: { type: 'string', default: '20000' } } });
  const plan = { ...load, queue: wholeNumber('queue', values.queue, 100, 100_000) };
  const before = machine();
  const rules = { window: true, pairRate: true, throughputPerSecond: perSecond };
  const stage = { seed: 1, burstWindowMs, longestRetryMs: 2000, rules, signal: stop };
  report(plan, await withStage(stage, (ready) => run(ready, plan)), before);
}

async function run({ app, fake }: Stage, plan: CampaignPlan): Promise<Run> {
  let measuring: Promise<CpuShares | undefined> | undefined;
  const onQueued = () => {
    const expectedMs = (plan.queue / perSecond) * 1000;
    measuring = measureCpu(app, Date.now() + edge * expectedMs, Date.now() + (1 - edge) * expectedMs);
  };
  const outcome = await playCampaign({ fake, databaseUrl: app.databaseUrl }, plan, { stop, onQueued });
  const { accepted, ledger } = fake;
  const complaints = app.log.complaintCounts();
  return { ...outcome, cpu: await measuring, accepted, refused: ledger.refused, doubled: ledger.doubled(), complaints };
}

function report(plan: CampaignPlan, outcome: Run, before: ReturnType<typeof machine>): void {
  const { verdict, campaign, doubled, cpu } = outcome;
  const figures = figuresOf(plan, outcome);
  const shares = cpu && Object.entries(cpu).map(([who, cores]) => `${who} ${cores.toFixed(2)}`);
  console.log(
    `\nA campaign of ${plan.queue} messages, and ${plan.rate} messages a second of ${plan.contacts} customers`,
  );
  printTable([
    ['messages a second', figures.perSecond, `sustained, answers included; WhatsApp takes ${perSecond}`],
    ['of the campaign', figures.campaignPerSecond],
    ['slowest 10 s', figures.slowestPerSecond],
    ['fastest 10 s', figures.fastestPerSecond],
    [
      'answer p50',
      `${figures.replyP50Ms} ms`,
      `from when it was due to the answer at WhatsApp; ${burstWindowMs} of it wait`,
    ],
    ['answer p95', `${figures.replyP95Ms} ms`],
    ['slowest answer', `${figures.replyMaxMs} ms`],
    ['refused as too fast', figures.refused130429, 'by WhatsApp, of the number (130429)'],
    ['refused otherwise', figures.refusedOtherwise],
    ['lost', figures.lost],
    ['doubled', figures.doubled],
    ['out of order', figures.outOfOrder],
    ['seconds', figures.seconds, 'from the first message of the campaign to the last'],
  ]);
  console.log(`busy cores of ${before.cores}: ${shares?.join(', ') ?? 'not known here'}`);
  console.log(`the app's log: ${complaintsOf(outcome.complaints)}${outcome.drained === 'late' ? '; not drained' : ''}`);
  printFindings({
    ...verdict,
    lost: [...verdict.lost, ...campaign.lost],
    doubled: [...new Set([...verdict.doubled, ...doubled])],
    outOfOrder: [...verdict.outOfOrder, ...campaign.outOfOrder],
  });
  const beside = { loadAverage: before.loadAverageBefore, otherCores: cpu ? round(cpu.other, 2) : null };
  const busyCores = cpu ? Object.fromEntries(Object.entries(cpu).map(([who, n]) => [who, round(n, 2)])) : null;
  const { cores, node } = before;
  console.log(JSON.stringify({ ...figures, ...plan, burstWindowMs, busyCores, cores, node, beside }));
  if (figures.lost + figures.doubled + figures.outOfOrder > 0 || !isClean(verdict)) process.exitCode = 1;
}

function figuresOf({ queue }: CampaignPlan, outcome: Run) {
  const { written, verdict, campaign, accepted, refused, doubled, fromMs, toMs } = outcome;
  const cutMs = edge * (toMs - fromMs);
  const [beginMs, endMs] = [fromMs + cutMs, toMs - cutMs];
  const sustained = accepted.filter(({ at }) => at >= beginMs && at < endMs);
  const rate = (count: number) => round((count * 1000) / (endMs - beginMs), 1);
  const pieces = ratesOf(sustained, beginMs, endMs);
  const replyMs = written.flatMap(({ id, dueAt }) => {
    const at = verdict.repliedAt.get(id);
    return at === undefined || dueAt < fromMs || dueAt >= toMs ? [] : [at - dueAt];
  });
  const tooFast = refused.filter(({ error }) => error.code === 130429).length;
  return {
    queue,
    perSecond: rate(sustained.length),
    campaignPerSecond: rate(sustained.filter(({ body }) => body.type === 'template').length),
    slowestPerSecond: Math.min(...pieces),
    fastestPerSecond: Math.max(...pieces),
    replyP50Ms: percentile(replyMs, 0.5),
    replyP95Ms: percentile(replyMs, 0.95),
    replyMaxMs: percentile(replyMs, 1),
    replies: replyMs.length,
    refused130429: tooFast,
    refusedOtherwise: refused.length - tooFast,
    lost: verdict.lost.length + campaign.lost.length,
    doubled: new Set([...verdict.doubled, ...doubled]).size,
    outOfOrder: verdict.outOfOrder.length + campaign.outOfOrder.length,
    seconds: round((toMs - fromMs) / 1000, 1),
  };
}

/** Messages a second in each whole piece of the time; in all of it if it is shorter than one. */
function ratesOf(sends: readonly AcceptedSend[], beginMs: number, endMs: number): number[] {
  const length = Math.min(windowMs, endMs - beginMs);
  const pieces = Math.max(1, Math.floor((endMs - beginMs) / length));
  return Array.from({ length: pieces }, (_, n) => {
    const from = beginMs + n * length;
    return round((sends.filter(({ at }) => at >= from && at < from + length).length * 1000) / length, 1);
  });
}
