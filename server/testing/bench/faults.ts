import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { stopSignal } from '../../start/stop-signal';
import { createRandom } from '../fake-whatsapp/random';
import { killAndStart, nextAnswer } from './kill-and-start';
import { playStorm, type StormOutcome, type StormPlan } from './play-storm';
import { complaintsOf, isClean, machine, printFindings, printTable, round } from './report';
import { type Stage, withStage } from './stage';
import { wholeNumber } from './whole-number';

/**
 * `npm run bench:faults`: customers write while all goes wrong between WhatsApp and the app: answers that never come although
 * the message was taken, 429, 130429, 131056, 5xx, cut connections, webhooks twenty times at once, out of order, late or
 * never; and after three days everything comes again. With `--kill` the app is killed meanwhile, sometimes PostgreSQL too.
 * Nothing may be accepted twice, lost or out of order, and no send whose fate is not known may be hidden.
 */

const burstWindowMs = 50;
const load = { contacts: 150, rate: 60, severity: 1 } as const;
const calmMs = [3000, 12_000] as const; // between the first answer after a start and the next kill
const postgresEvery = 3; // this one of the kills takes PostgreSQL along
const mostKills = 10; // the rest of the messages pass in the storm alone, so that a run ends

type Run = StormOutcome & { readonly seconds: number; readonly complaints: Readonly<Record<string, number>> };

const stop = stopSignal();
await bench().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(stop.aborted ? 'Stopped.' : error instanceof Error ? error.message : error);
});

async function bench(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { sends: { ...text, default: '5000' }, seed: text, kill: { type: 'boolean', default: false } },
  });
  const sends = wholeNumber('sends', values.sends, 1, 100_000);
  const seed = wholeNumber('seed', values.seed ?? String(randomInt(1, 1_000_000)), 0, 999_999_999);
  const plan = { ...load, sends, seed };
  const before = machine();
  console.log(`Seed ${seed}: run it again with --seed ${seed} for the same chances.`);
  const stage = { seed, burstWindowMs, longestRetryMs: 500, signal: stop };
  report(await withStage(stage, (ready) => run(ready, plan, values.kill ? 'killed' : 'left alone')), plan, before);
}

async function run(stage: Stage, plan: StormPlan, fate: 'killed' | 'left alone'): Promise<Run> {
  const { app, fake } = stage;
  const startedAt = performance.now();
  const restart = async (between: () => Promise<void>): Promise<void> => {
    await app.stop();
    await between();
    await app.start(stop);
  };
  const harm = fate === 'killed' ? { harm: (over: AbortSignal) => killAgainAndAgain(stage, plan.seed, over) } : {};
  const outcome = await playStorm({ fake, databaseUrl: () => app.databaseUrl, restart, ...harm }, plan, stop);
  const seconds = round((performance.now() - startedAt) / 1000, 1);
  return { ...outcome, seconds, complaints: app.log.complaintCounts() };
}

/** A kill that was begun is finished, so that the app runs when this resolves. */
async function killAgainAndAgain(stage: Stage, seed: number, over: AbortSignal): Promise<number> {
  const random = createRandom(seed + 1);
  await nextAnswer(stage, 0, stop);
  let kills = 0;
  while (kills < mostKills) {
    await pause(random.between(calmMs), undefined, { signal: over }).catch(() => undefined); // over: the loop ends
    if (over.aborted) break;
    kills += 1;
    const victims = kills % postgresEvery === 0 ? 'app and PostgreSQL' : 'app';
    const { startSeconds, recoverySeconds } = await killAndStart(stage, victims, stop);
    console.log(`${kills}. killed ${victims}: well after ${startSeconds} s, answers after ${recoverySeconds} s`);
  }
  return kills;
}

function report(outcome: Run, plan: StormPlan, before: ReturnType<typeof machine>): void {
  const { verdict, hidden, messages, neverTaken, copies, unknownShown, harmed: killed, seconds } = outcome;
  const figures = {
    sends: outcome.sends,
    acceptedTwice: verdict.doubled.length,
    inboundLost: verdict.lost.length,
    outOfOrder: verdict.outOfOrder.length,
    unknownHidden: hidden.length,
    killed,
    seconds,
  };
  console.log('');
  printTable([
    ['sends', figures.sends, `${plan.contacts} customers, at most ${plan.rate} messages a second`],
    ['accepted twice', figures.acceptedTwice],
    ['inbound lost', figures.inboundLost],
    ['out of order', figures.outOfOrder],
    ['unknown, hidden', figures.unknownHidden],
    ['unknown, shown', unknownShown, 'no answer and no status came: an officer sees them, and they are not sent again'],
    ['killed', killed, 'times, while customers wrote'],
    ['messages', messages, `and ${copies} copies of them, up to 20 at once, and all of them again after three days`],
    ['never taken', neverTaken],
    ['seconds', seconds],
  ]);
  console.log(`the app's log: ${complaintsOf(outcome.complaints)}${outcome.drained === 'late' ? '; not drained' : ''}`);
  printFindings(verdict);
  for (const finding of hidden.slice(0, 10)) console.log(`hidden: ${finding}`);
  const { cores, node, loadAverageBefore: loadAverage } = before;
  const extras = { messages, copies, unknownShown, neverTaken, seed: plan.seed, node, beside: { loadAverage } };
  console.log(JSON.stringify({ ...figures, cores, ...extras }));
  if (!isClean(verdict) || hidden.length > 0 || neverTaken > 0) process.exitCode = 1;
}
