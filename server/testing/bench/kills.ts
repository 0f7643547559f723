import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { stopSignal } from '../../start/stop-signal';
import { createRandom } from '../fake-whatsapp/random';
import { Crowd } from './crowd';
import { judge, type Verdict } from './judge';
import { type Kill, killAndStart, nextAnswer } from './kill-and-start';
import { drain, readMemory } from './memory';
import { complaintsOf, isClean, machine, printFindings, printTable, round } from './report';
import { type Stage, withStage } from './stage';
import { wholeNumber } from './whole-number';

/**
 * `npm run bench:kills`: while customers write, the app is killed with SIGKILL again and again, sometimes PostgreSQL with
 * it, and started at once each time. WhatsApp posts what was not answered with 200 again, and statuses go on. Then nothing
 * may be lost, doubled or out of order. A message that was on its way out in the moment of a kill may or may not have
 * arrived: the app learns it from the status, or shows the message as unknown, and never sends it again.
 */

const load = { contacts: 50, rate: 40, patienceMs: 3000 } as const;
const burstWindowMs = 50;
const postgresEvery = 3; // this one of the kills takes PostgreSQL along
const calmMs = [300, 2500] as const; // between the first answer after a start and the next kill
const answerMs = 200; // WhatsApp takes a message at once and says so later: a kill often strikes in between, as in life
const patienceMs = 60_000; // a crash blocks nobody longer

type Run = {
  readonly kills: readonly Kill[];
  readonly messages: number;
  readonly neverTaken: number;
  readonly postedAgain: number;
  readonly slowestReplySeconds: number;
  readonly verdict: Verdict;
  readonly drained: 'drained' | 'late';
  readonly complaints: Readonly<Record<string, number>>;
};

const stop = stopSignal();
await bench().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(stop.aborted ? 'Stopped.' : error instanceof Error ? error.message : error);
});

async function bench(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { kills: { ...text, default: '10' }, seed: text } });
  const kills = wholeNumber('kills', values.kills, 1, 500);
  const seed = wholeNumber('seed', values.seed ?? String(randomInt(1, 1_000_000)), 0, 999_999_999);
  const before = machine();
  console.log(`Seed ${seed}: run it again with --seed ${seed} for the same chances.`);
  const stage = { seed, burstWindowMs, longestRetryMs: 500, signal: stop };
  report(await withStage(stage, (ready) => run(ready, kills, seed)), seed, before);
}

async function run(stage: Stage, count: number, seed: number): Promise<Run> {
  const { app, fake } = stage;
  fake.faults.add({ kind: 'delay', ms: answerMs, times: 100_000 });
  const crowd = new Crowd(fake, load.contacts);
  const enough = new AbortController();
  const writing = keepWriting(crowd, AbortSignal.any([stop, enough.signal]));
  const kills: Kill[] = [];
  try {
    await nextAnswer(stage, 0, stop);
    const random = createRandom(seed);
    for (let n = 1; n <= count; n += 1) {
      await pause(random.between(calmMs), undefined, { signal: stop });
      const kill = await killAndStart(stage, n % postgresEvery === 0 ? 'app and PostgreSQL' : 'app', stop);
      kills.push(kill);
      const { victims, startSeconds, recoverySeconds } = kill;
      console.log(`${n}. killed ${victims}: well after ${startSeconds} s, answers after ${recoverySeconds} s`);
    }
    await pause(1000, undefined, { signal: stop });
  } finally {
    enough.abort();
    await writing;
  }
  const drained = await drain(fake, app.databaseUrl, patienceMs);
  const { written } = crowd;
  const verdict = judge(written, fake.accepted, await readMemory(app.databaseUrl));
  const waits = written.map(({ id, dueAt }) => (verdict.repliedAt.get(id) ?? dueAt) - dueAt);
  return {
    kills,
    messages: written.length,
    neverTaken: written.filter(({ delivery }) => delivery === undefined).length,
    postedAgain: written.filter(({ delivery }) => delivery !== undefined && delivery.attempts > 1).length,
    slowestReplySeconds: round(Math.max(0, ...waits) / 1000, 1),
    verdict,
    drained,
    complaints: app.log.complaintCounts(),
  };
}

/** Writes until aborted. Who waits for an answer waits, but nobody for ever: people ask again. */
async function keepWriting(crowd: Crowd, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    crowd.writeNextIdle(Date.now(), load.patienceMs);
    await pause(1000 / load.rate, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
  }
}

function report(outcome: Run, seed: number, before: ReturnType<typeof machine>): void {
  const { kills, verdict, messages, neverTaken, postedAgain, slowestReplySeconds } = outcome;
  const figures = {
    kills: kills.length,
    lost: verdict.lost.length,
    doubled: verdict.doubled.length,
    outOfOrder: verdict.outOfOrder.length,
    slowestRecoverySeconds: Math.max(...kills.map(({ recoverySeconds }) => recoverySeconds)),
    unknownUnsent: verdict.unknownUnsent.length,
  };
  const postgresKills = kills.filter(({ victims }) => victims !== 'app').length;
  const asked = `${load.contacts} customers, at most ${load.rate} messages a second`;
  console.log('');
  printTable([
    ['kills', kills.length, `${postgresKills} of them with PostgreSQL`],
    ['messages', messages, asked],
    ['lost', figures.lost],
    ['doubled', figures.doubled],
    ['out of order', figures.outOfOrder],
    ['unknown, not sent', figures.unknownUnsent, 'killed on the way out: shown as unknown, not sent again'],
    ['slowest recovery', `${figures.slowestRecoverySeconds} s`, 'from the kill to the first answer'],
    ['slowest answer', `${slowestReplySeconds} s`, 'from when the message was due'],
    ['posted again', postedAgain, 'webhooks of messages that were not answered with 200 at first'],
    ['never taken', neverTaken],
  ]);
  console.log(`the app's log: ${complaintsOf(outcome.complaints)}${outcome.drained === 'late' ? '; not drained' : ''}`);
  printFindings(verdict);
  const { cores, node, loadAverageBefore: loadAverage } = before;
  const extras = { postgresKills, messages, slowestReplySeconds, postedAgain, neverTaken, seed };
  console.log(JSON.stringify({ ...figures, ...extras, cores, node, beside: { loadAverage } }));
  if (!isClean(verdict) || neverTaken > 0) process.exitCode = 1;
}
