import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { discardPostgres } from '../../db/embedded/postgres-server';
import { findFreePort } from '../../start/free-port';
import { stopSignal } from '../../start/stop-signal';
import { AppUnderLoad } from './app-under-load';
import { countForFigures } from './dashboard/count-for-figures';
import { fillLeads } from './dashboard/fill-leads';
import { type Models, playModels } from './dashboard/play-models';
import { questions } from './dashboard/questions';
import { openStudio, type Studio } from './dashboard/studio-session';
import { measureLive } from './dashboard/watch-live';
import { machine, percentile, printTable, type Row, round } from './report';
import { wholeNumber } from './whole-number';

/**
 * `npm run bench:dashboard`: the studio on 100,000 leads with 20 messages each, all copied from real conversations. Each question
 * that a screen asks is asked `--rounds` times of the built app, with other values each time; then messages come in while an
 * inbox is open.
 */

const messagesEach = 20;
const liveMessages = 40;
const limitMs = { p95: 200, inbox: 1_000 } as const;

type Times = Readonly<Record<string, readonly number[]>>;

const stop = stopSignal();
await bench().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(stop.aborted ? 'Stopped.' : error instanceof Error ? error.message : error);
});

async function bench(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { leads: { ...text, default: '100000' }, rounds: { ...text, default: '40' } },
  });
  const leads = wholeNumber('leads', values.leads, 100, 1_000_000);
  const rounds = wholeNumber('rounds', values.rounds, 5, 1_000);
  const before = machine();
  const dataDir = path.resolve('.vaarta/bench-dashboard');
  await clear(dataDir);
  const app = new AppUnderLoad({
    dataDir,
    port: await findFreePort(),
    env: { BURST_WINDOW_MS: '0' },
    announce: console.log,
  });
  try {
    await app.start(stop);
    const studio = await openStudio(app);
    const models = await playModels(studio);
    const filledMs = performance.now();
    await fillLeads(app.databaseUrl, models, { leads, messagesEach });
    await countForFigures(app.databaseUrl);
    console.log(`· filled in ${Math.round((performance.now() - filledMs) / 1000)} s`);
    const { times, live } = await measure(studio, models, leads, rounds);
    report(leads, times, live, before);
  } finally {
    await app.stop();
    await clear(dataDir);
  }
}

async function measure(studio: Studio, models: Models, leads: number, rounds: number) {
  const times: Record<string, number[]> = {};
  for (const { name, procedure, input } of questions(leads, Date.now())) {
    const took: number[] = [];
    for (let round = -2; round < rounds; round += 1) {
      stop.throwIfAborted();
      const began = performance.now();
      await studio.read(procedure, input(round + 2));
      if (round >= 0) took.push(performance.now() - began); // the first two open what is open afterwards
    }
    times[name] = took;
  }
  const contacts = [...models.values()];
  const asked = Array.from({ length: liveMessages }, (_, index) => contacts[index % contacts.length] ?? '');
  return { times, live: await measureLive(studio, asked) };
}

function report(leads: number, times: Times, live: readonly number[], before: ReturnType<typeof machine>): void {
  const p95Ms = Object.fromEntries(Object.entries(times).map(([name, took]) => [name, percentile(took, 0.95)]));
  const slowestP95Ms = Math.max(...Object.values(p95Ms));
  const inboxLatencyMs = percentile(live, 0.95);
  console.log(`\n${leads} leads with ${messagesEach} messages each; milliseconds at the server, with HTTP on loopback`);
  const rows = Object.entries(times).map(
    ([name, took]): Row => [name, p95Ms[name] ?? 0, `p95; half within ${percentile(took, 0.5)}`],
  );
  printTable([
    ...rows,
    ['a new message in an open inbox', inboxLatencyMs, `p95; half within ${percentile(live, 0.5)}`],
  ]);
  const beside = { loadAverage: before.loadAverageBefore };
  const { cores, node } = before;
  const messages = leads * messagesEach;
  console.log(
    JSON.stringify({
      slowestP95Ms,
      p95Ms,
      inboxLatencyMs,
      slowestInboxMs: round(Math.max(...live), 1),
      leads,
      messages,
      cores,
      node,
      beside,
    }),
  );
  if (slowestP95Ms > limitMs.p95 || inboxLatencyMs > limitMs.inbox) process.exitCode = 1;
}

async function clear(dataDir: string): Promise<void> {
  await discardPostgres(path.join(dataDir, 'postgres'), 'lasting');
  await rm(dataDir, { recursive: true, force: true });
}
