import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { limits } from '@/flows/engine/limits';
import { stopSignal } from '../../start/stop-signal';
import { boundBy, type CpuShares, measureCpu } from './cpu-shares';
import { Crowd, type Written } from './crowd';
import { judge, type Verdict } from './judge';
import { drain, readMemory } from './memory';
import { complaintsOf, isClean, machine, percentile, printFindings, printTable, round } from './report';
import { type Stage, withStage } from './stage';
import { wholeNumber } from './whole-number';

/**
 * `npm run bench:runtime`: many customers write at a fixed rate, whether they are answered or not, through signed webhooks
 * to the app as `npm start` runs it; their answers are collected where WhatsApp would take them. A message is one webhook
 * with one text, and three more webhooks report the answer as sent, delivered and read. Latencies count from when a message
 * was due, so that a slow app can't hide its slowness by slowing the load down.
 */

const burstWindowMs = 50; // the product's default, 1,500, is time in which people are waited for, not work
const warmUpSeconds = 5; // the rate climbs to what is wanted; nothing of it is measured, but nothing of it may be lost

type Plan = { readonly seconds: number; readonly contacts: number; readonly rate: number };

type Run = {
  readonly written: readonly Written[];
  readonly verdict: Verdict;
  readonly cpu: CpuShares | undefined;
  readonly fromMs: number;
  /** How late the load itself was at worst. */
  readonly latestMs: number;
  readonly drained: 'drained' | 'late';
  readonly complaints: Readonly<Record<string, number>>;
};

const stop = stopSignal();
await bench().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(stop.aborted ? 'Stopped.' : error instanceof Error ? error.message : error);
});

async function bench(): Promise<void> {
  const plan = readPlan();
  const before = machine();
  const stage = { seed: 1, burstWindowMs, longestRetryMs: 2000, signal: stop };
  report(plan, await withStage(stage, (ready) => run(ready, plan)), before);
}

function readPlan(): Plan {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      seconds: { ...text, default: '20' },
      contacts: { ...text, default: '200' },
      rate: { ...text, default: '300' },
    },
  });
  const seconds = wholeNumber('seconds', values.seconds, 1, 600);
  const contacts = wholeNumber('contacts', values.contacts, 1, 100_000);
  const rate = wholeNumber('rate', values.rate, 1, 5_000);
  const least = Math.ceil((rate * (seconds + warmUpSeconds)) / limits.turnsPerHour);
  if (contacts >= least) return { seconds, contacts, rate };
  throw new Error(`A customer gets ${limits.turnsPerHour} answers an hour: give --contacts ${least} or more.`);
}

async function run({ app, fake }: Stage, plan: Plan): Promise<Run> {
  const crowd = new Crowd(fake, plan.contacts);
  const beginAt = Date.now() + 100;
  const fromMs = beginAt + warmUpSeconds * 1000;
  const cpuMeasured = measureCpu(app, fromMs, fromMs + plan.seconds * 1000);
  let latestMs = 0;
  for (const dueAt of dueTimes(plan, beginAt, fromMs)) {
    if (dueAt > Date.now()) await pause(dueAt - Date.now());
    stop.throwIfAborted();
    latestMs = Math.max(latestMs, Date.now() - dueAt);
    crowd.writeNext(dueAt);
  }
  const drained = await drain(fake, app.databaseUrl, 30_000);
  const verdict = judge(crowd.written, fake.accepted, await readMemory(app.databaseUrl));
  const complaints = app.log.complaintCounts();
  return { written: crowd.written, verdict, cpu: await cpuMeasured, fromMs, latestMs, drained, complaints };
}

/** First ever faster, up to the rate that is wanted; then evenly. */
function dueTimes({ rate, seconds }: Plan, beginAt: number, fromMs: number): number[] {
  const warmUp = Math.round((rate * warmUpSeconds) / 2);
  const climbing = Array.from({ length: warmUp }, (_, n) => beginAt + (fromMs - beginAt) * Math.sqrt(n / warmUp));
  return [...climbing, ...Array.from({ length: rate * seconds }, (_, n) => fromMs + (n * 1000) / rate)];
}

function report(plan: Plan, outcome: Run, before: ReturnType<typeof machine>): void {
  const { verdict, cpu } = outcome;
  const figures = figuresOf(plan, outcome);
  const bound = boundBy(cpu, figures.messagesPerSecond / plan.rate);
  const cpuMsPerMessage = costOf(cpu, figures.messagesPerSecond);
  const shares = cpu && Object.entries(cpu).map(([who, cores]) => `${who} ${cores.toFixed(2)}`);
  console.log(`\n${plan.rate} messages a second of ${plan.contacts} customers for ${plan.seconds} s`);
  printTable([
    ['messages a second', figures.messagesPerSecond, 'answered while the load lasted'],
    ['webhook p50', `${figures.ackP50Ms} ms`, 'from the POST to its 200'],
    ['webhook p99', `${figures.ackP99Ms} ms`],
    [
      'answer p50',
      `${figures.replyP50Ms} ms`,
      `from when it was due to the answer at WhatsApp; ${burstWindowMs} of it wait`,
    ],
    ['answer p99', `${figures.replyP99Ms} ms`],
    ['lost', figures.lost],
    ['doubled', figures.doubled],
    ['out of order', figures.outOfOrder],
    ['answered together', figures.joined, 'came before the one before was answered, and share its answer'],
    ['posted again', figures.postedAgain, 'webhooks of messages that were not answered with 200 at first'],
    ['never taken', figures.neverTaken],
    ['load late by', `${Math.round(outcome.latestMs)} ms`, 'at worst; much of it would make the figures doubtful'],
  ]);
  console.log(`busy cores of ${before.cores}: ${shares?.join(', ') ?? 'not known here'}`);
  const costs = cpuMsPerMessage && Object.entries(cpuMsPerMessage).map(([who, ms]) => `${who} ${ms} ms`);
  console.log(`processor time a message: ${costs?.join(', ') ?? 'not known here'}`);
  console.log(`bound by ${bound}`);
  console.log(`the app's log: ${complaintsOf(outcome.complaints)}${outcome.drained === 'late' ? '; not drained' : ''}`);
  printFindings(verdict);
  const beside = { loadAverage: before.loadAverageBefore, otherCores: cpu ? round(cpu.other, 2) : null };
  const busyCores = cpu ? Object.fromEntries(Object.entries(cpu).map(([who, n]) => [who, round(n, 2)])) : null;
  const { cores, node } = before;
  const why = { boundBy: bound, busyCores, cpuMsPerMessage };
  console.log(JSON.stringify({ ...figures, ...plan, burstWindowMs, ...why, cores, node, beside }));
  if (!isClean(verdict) || figures.neverTaken > 0) process.exitCode = 1;
}

type Cost = Readonly<Record<'app' | 'postgres' | 'load', number>>;

/**
 * Milliseconds of a processor that a message took: tells what the app costs when others need the processors too. Compare
 * equal rates only, since more is written together at higher ones.
 */
function costOf(cpu: CpuShares | undefined, messagesPerSecond: number): Cost | null {
  if (!cpu || messagesPerSecond === 0) return null;
  const cost = (cores: number) => round((1000 * cores) / messagesPerSecond, 2);
  return { app: cost(cpu.app), postgres: cost(cpu.postgres), load: cost(cpu.load) };
}

function figuresOf({ seconds }: Plan, { written, verdict, fromMs }: Run) {
  const { repliedAt, lost, doubled, outOfOrder, joined } = verdict;
  const toMs = fromMs + seconds * 1000;
  const inTime = [...repliedAt.values()].filter((at) => at >= fromMs && at < toMs).length;
  const measured = written.filter(({ dueAt }) => dueAt >= fromMs);
  const ackMs = measured.flatMap(({ delivery }) => delivery?.ackMs ?? []);
  const replyMs = measured.flatMap(({ id, dueAt }) => {
    const at = repliedAt.get(id);
    return at === undefined ? [] : [at - dueAt];
  });
  return {
    messagesPerSecond: round(inTime / seconds, 1),
    ackP50Ms: percentile(ackMs, 0.5),
    ackP99Ms: percentile(ackMs, 0.99),
    replyP50Ms: percentile(replyMs, 0.5),
    replyP99Ms: percentile(replyMs, 0.99),
    lost: lost.length,
    doubled: doubled.length,
    outOfOrder: outOfOrder.length,
    joined,
    postedAgain: written.filter(({ delivery }) => delivery !== undefined && delivery.attempts > 1).length,
    neverTaken: written.filter(({ delivery }) => delivery === undefined).length,
  };
}
