import { parseArgs } from 'node:util';
import { stopSignal } from '../../start/stop-signal';
import type { AcceptedSend, RefusedSend } from '../fake-whatsapp/ledger';
import { type CpuShares, measureCpu } from './cpu-shares';
import { type CampaignOutcome, type CampaignPlan, isOfCampaign, playCampaign } from './play-campaign';
import { complaintsOf, isClean, machine, percentile, printFindings, printTable, round } from './report';
import { type Stage, withStage } from './stage';
import { wholeNumber } from './whole-number';

/**
 * `npm run bench:campaign`: a campaign to 50,000 people is launched in the studio; WhatsApp takes `--limit` messages a second
 * of its number, in and out together, and refuses what is more. Meanwhile customers write, whose answers must not wait behind
 * the campaign, and recipients opt out. With `--restarts` two apps work on it, which are killed, stopped and paused.
 */

const burstWindowMs = 50; // the product's default, 1,500, is time in which people are waited for, not work
const load = { contacts: 60, rate: 2 } as const;
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
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      recipients: { ...text, default: '50000' },
      limit: { ...text, default: '80' },
      restarts: { ...text, default: '0' },
      seed: { ...text, default: '1' },
    },
  });
  const recipients = wholeNumber('recipients', values.recipients, 100, 200_000);
  const restarts = wholeNumber('restarts', values.restarts, 0, 500);
  const plan: CampaignPlan = {
    ...load,
    recipients,
    restarts,
    limit: wholeNumber('limit', values.limit, 10, 1000),
    leavers: Math.ceil(recipients / 200),
    seed: wholeNumber('seed', values.seed, 0, 999_999_999),
  };
  const before = machine();
  const rules = { window: true, pairRate: true, throughputPerSecond: plan.limit };
  const apps = restarts > 0 ? 2 : 1;
  const stage = { seed: plan.seed, burstWindowMs, longestRetryMs: 2000, rules, apps, signal: stop };
  report(plan, await withStage(stage, (ready) => run(ready, plan)), before);
}

async function run(stage: Stage, plan: CampaignPlan): Promise<Run> {
  const { app, fake } = stage;
  let measuring: Promise<CpuShares | undefined> | undefined;
  const onSending = () => {
    const expectedMs = (plan.recipients / plan.limit) * 1000;
    measuring = measureCpu(app, Date.now(), Date.now() + 0.7 * expectedMs);
  };
  const outcome = await playCampaign(stage, plan, { stop, onSending });
  const { accepted, ledger } = fake;
  const complaints = app.log.complaintCounts();
  return { ...outcome, cpu: await measuring, accepted, refused: ledger.refused, doubled: ledger.doubled(), complaints };
}

function report(plan: CampaignPlan, outcome: Run, before: ReturnType<typeof machine>): void {
  const { verdict, campaign, doubled, cpu, disturbances } = outcome;
  const figures = figuresOf(plan, outcome);
  const shares = cpu && Object.entries(cpu).map(([who, cores]) => `${who} ${cores.toFixed(2)}`);
  console.log(
    `\nA campaign to ${plan.recipients} people, and ${plan.rate} messages a second of ${plan.contacts} customers`,
  );
  printTable([
    ['messages a second', figures.sustainedPerSecond, `sustained, answers included; WhatsApp takes ${plan.limit}`],
    ['of the campaign', figures.campaignPerSecond],
    ['slowest 10 s', figures.slowestPerSecond],
    ['fastest 10 s', figures.fastestPerSecond],
    ['accepted twice', figures.acceptedTwice, 'people who got it more than once'],
    ['missed', figures.missed, 'people who did not, and nothing says why'],
    ['in doubt', figures.unknown, 'on the way out when an app was killed: shown, not sent again'],
    ['after an opt-out', figures.afterOptOut, `let go after it was committed, of ${outcome.optedOut} people`],
    ['left out', JSON.stringify(campaign.excluded)],
    ['memory', `${figures.rssGrowthMb} MB`, `more at the end than a tenth into it (${figures.rssMb} MB)`],
    ['restarts', disturbances.length, [...new Set(disturbances)].join(', ')],
    ['first message', `${figures.freezeSeconds} s`, 'after the launch: until then the audience is written down'],
    ['answer p50', `${figures.replyP50Ms} ms`, `of customers meanwhile; ${burstWindowMs} of it wait`],
    ['answer p95', `${figures.replyP95Ms} ms`],
    ['slowest answer', `${figures.replyMaxMs} ms`],
    ['refused as too fast', figures.refused130429, 'by WhatsApp, of the number (130429)'],
    ['refused otherwise', figures.refusedOtherwise],
    ['seconds', figures.seconds, 'from the first message of the campaign to the last'],
  ]);
  console.log(`busy cores of ${before.cores}: ${shares?.join(', ') ?? 'not known here'}`);
  console.log(`the app's log: ${complaintsOf(outcome.complaints)}${outcome.drained === 'late' ? '; not drained' : ''}`);
  printFindings({
    ...verdict,
    lost: [...verdict.lost, ...campaign.missed],
    doubled: [...new Set([...verdict.doubled, ...doubled, ...campaign.twice])],
  });
  const beside = { loadAverage: before.loadAverageBefore, otherCores: cpu ? round(cpu.other, 2) : null };
  const busyCores = cpu ? Object.fromEntries(Object.entries(cpu).map(([who, n]) => [who, round(n, 2)])) : null;
  const { cores, node } = before;
  console.log(JSON.stringify({ ...figures, ...plan, burstWindowMs, busyCores, cores, node, beside }));
  const wrong = figures.acceptedTwice + figures.missed + figures.afterOptOut + doubled.length;
  if (wrong > 0 || !isClean(verdict)) process.exitCode = 1;
}

function figuresOf({ limit }: CampaignPlan, outcome: Run) {
  const { written, verdict, campaign, accepted, refused, fromMs, toMs } = outcome;
  const [early, late] = outcome.residentMb;
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
    limitPerSecond: limit,
    sustainedPerSecond: rate(sustained.length),
    campaignPerSecond: rate(sustained.filter(isOfCampaign).length),
    slowestPerSecond: Math.min(...pieces),
    fastestPerSecond: Math.max(...pieces),
    acceptedTwice: campaign.twice.length,
    missed: campaign.missed.length,
    unknown: campaign.unknown,
    afterOptOut: outcome.afterOptOut.length,
    rssMb: late === undefined ? null : round(late, 0),
    rssGrowthMb: early === undefined || late === undefined ? null : round(late - early, 0),
    freezeSeconds: round(outcome.freezeSeconds, 1),
    replyP50Ms: percentile(replyMs, 0.5),
    replyP95Ms: percentile(replyMs, 0.95),
    replyMaxMs: percentile(replyMs, 1),
    replies: replyMs.length,
    refused130429: tooFast,
    refusedOtherwise: refused.length - tooFast,
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
