import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { KnownError } from '@/server/errors';
import { findFreePort } from '@/server/start/free-port';
import { type PostgresBinaries, postgresBinaries } from './binaries';
import { createData, hasData, readPassword } from './create-data';
import { chooseDataFolder, type DataFolder, type Lasting } from './data-folder';
import { findPostmaster, forgetPostmaster } from './postmaster';
import { type ProgramResult, runProgram } from './run-program';
import { lastingSettings, temporarySettings } from './settings';

export type PostgresServer = {
  /** Connects as the owner of everything, to the database `vaarta`. */
  readonly url: string;
  readonly folder: string;
  /** `created` its files first, `started` on existing ones, or `attached` to one that was running already. */
  readonly arrival: 'created' | 'started' | 'attached';
};

/**
 * Ensures that an embedded PostgreSQL runs on the data in `wanted`. Any number of processes may call it at once: one
 * starts it, the others attach. It outlives its starter, so that a killed start loses nothing; `stopPostgres` ends it.
 * Throws `database.unavailable` with a sentence.
 */
export async function startPostgres(wanted: string, lasting: Lasting): Promise<PostgresServer> {
  const data = chooseDataFolder(wanted, lasting);
  const binaries = postgresBinaries(data.account);
  const isNew = !hasData(data.folder);
  if (isNew) await createData(data, binaries, lasting);
  const running = await ensureRunning(data, binaries, lasting, readPassword(data.folder));
  const url = await ensureDatabase(running.url);
  return { url, folder: data.folder, arrival: isNew ? 'created' : running.arrival };
}

/** Ends the PostgreSQL on the data in `wanted`, if one runs: connections are closed, what was committed is kept. */
export async function stopPostgres(wanted: string, lasting: Lasting): Promise<void> {
  const { folder, account } = chooseDataFolder(wanted, lasting);
  if (!hasData(folder)) return;
  const { pgCtl } = postgresBinaries(account);
  await runProgram(pgCtl, ['stop', '-m', 'fast', '-w', '-t', '30', '-s', '-D', folder], account);
}

/** Ends it and removes its data: for tests and tools that made it. */
export async function discardPostgres(wanted: string, lasting: Lasting): Promise<void> {
  await stopPostgres(wanted, lasting);
  rmSync(chooseDataFolder(wanted, lasting).folder, { recursive: true, force: true });
}

type Running = { readonly url: string; readonly arrival: 'started' | 'attached' };

const attemptPauseMs = 100;
const patienceMs = 60_000; // crash recovery replays what was not yet in the tables
const deafLimit = 20;
const failureLimit = 20; // directly after a crash the old server's children hold its memory for a moment

async function ensureRunning(
  data: DataFolder,
  binaries: PostgresBinaries,
  lasting: Lasting,
  password: string,
): Promise<Running> {
  const deadline = performance.now() + patienceMs;
  let arrival: Running['arrival'] = 'attached';
  let deaf = 0;
  let failures = 0;
  while (performance.now() < deadline && failures < failureLimit) {
    const postmaster = await findPostmaster(data.folder, password);
    if (postmaster.is === 'ready') return { url: postmaster.url, arrival };
    if (postmaster.is === 'deaf') deaf++;
    if (postmaster.is === 'dead' || deaf > deafLimit) forgetPostmaster(data.folder);
    if (postmaster.is === 'absent') {
      const { ok } = await startServer(data, binaries, lasting);
      if (ok) arrival = 'started';
      else failures++;
    }
    if (postmaster.is !== 'dead' && arrival !== 'started') await pause(attemptPauseMs);
  }
  throw new KnownError(
    'database.unavailable',
    `The embedded PostgreSQL did not start: ${lastWords(path.join(data.folder, logFile))}.`,
  );
}

function lastWords(log: string): string {
  try {
    const fatal = readFileSync(log, 'utf8')
      .split('\n')
      .findLast((line) => /(FATAL|PANIC):/.test(line));
    return `${fatal?.replace(/^.*(FATAL|PANIC):\s*/, '') ?? 'it did not answer'} (its log is ${log})`;
  } catch {
    return `its log ${log} cannot be read`;
  }
}

const logFile = 'server.log';

async function startServer(data: DataFolder, binaries: PostgresBinaries, lasting: Lasting): Promise<ProgramResult> {
  const settings = { ...(lasting === 'lasting' ? lastingSettings : temporarySettings), port: await findFreePort() };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const log = path.join(data.folder, logFile);
  const args = ['start', '-w', '-t', '60', '-s', '-D', data.folder, '-l', log, '-o', options.join(' ')];
  return runProgram(binaries.pgCtl, args, data.account);
}

async function ensureDatabase(adminUrl: string): Promise<string> {
  const name = 'vaarta';
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  try {
    const { rowCount } = await db.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await db.query(`CREATE DATABASE ${name}`).catch(ignoreDuplicate);
  } finally {
    await db.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Two starts at once may both want to create it. */
function ignoreDuplicate(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isDuplicate = code === '42P04' || code === '23505'; // duplicate_database, unique_violation
  if (!isDuplicate) throw error;
}
