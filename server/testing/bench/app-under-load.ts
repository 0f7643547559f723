import './share-secret';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type PostgresServer, startPostgres } from '../../db/embedded/postgres-server';
import { isRunning, type ProcessIdentity, processBeginning } from '../../start/process-identity';
import { AppLog } from './app-log';
import { listProcesses } from './process-table';

export type AppOptions = {
  readonly dataDir: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  /** That of another app, which has started it; else it has one of its own. */
  readonly databaseUrl?: string;
  readonly announce: (line: string) => void;
};

type Victims = 'app' | 'app and PostgreSQL';

/**
 * The product as `npm start` runs it, on data of its own. PostgreSQL is the embedded one, but named to the launcher by
 * DATABASE_URL: whatever database stands in a `.env` here is never touched.
 */
export class AppUnderLoad {
  readonly log = new AppLog();
  private launcher: ChildProcess | undefined;
  private postgres: PostgresServer | undefined;
  private hasBeenWell = false;

  constructor(private readonly options: AppOptions) {}

  get databaseUrl(): string {
    const url = this.options.databaseUrl ?? this.postgres?.url;
    if (url === undefined) throw new Error('The app was not started.');
    return url;
  }

  /** Where the studio answers. */
  get address(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  /** Resolves when the app says that it is well. The first start may build it. */
  async start(signal: AbortSignal): Promise<void> {
    if (this.options.databaseUrl === undefined) {
      this.postgres = await startPostgres(path.join(this.options.dataDir, 'postgres'), 'lasting');
    }
    signal.throwIfAborted();
    const launcher = this.spawnLauncher(this.databaseUrl);
    this.launcher = launcher;
    const deadline = performance.now() + startPatienceMs;
    while (!(await isWell(this.options.port))) {
      signal.throwIfAborted();
      const hasEnded = launcher.exitCode !== null || launcher.signalCode !== null;
      if (hasEnded || performance.now() > deadline) {
        throw new Error(`The app did not start. The last that it said:\n${this.log.lastWords()}`);
      }
      await pause(25);
    }
    this.hasBeenWell = true;
  }

  /** SIGKILL for all of the app at once, and for PostgreSQL if it is a victim. Resolves when none of them runs any more. */
  async kill(victims: Victims): Promise<void> {
    const { app, postgres } = this.processes();
    const pids = victims === 'app' ? app : [...app, ...postgres];
    const identities = pids.flatMap((pid) => identityOf(pid));
    for (const { pid } of identities) signalOne(pid, 'SIGKILL');
    await untilGone(identities, 10_000);
  }

  /** Stops it in order, as Ctrl-C does. PostgreSQL goes on: whoever removes the data stops it. */
  async stop(): Promise<void> {
    const { launcher } = this;
    if (launcher?.pid === undefined || launcher.exitCode !== null || launcher.signalCode !== null) return;
    const everything = this.processes().app.flatMap((pid) => identityOf(pid));
    launcher.kill('SIGTERM');
    await untilGone(everything, 15_000).catch(() => this.kill('app'));
  }

  /** The launcher first: it would stop the rest in order if it saw the app end before it. */
  processes(): { readonly app: readonly number[]; readonly postgres: readonly number[] } {
    const rows = listProcesses();
    const next = readAppRecord(this.options.dataDir);
    const group = next === undefined ? [] : rows.filter((row) => row.group === next).map(({ pid }) => pid);
    const main = this.postgres ? readPostmasterPid(this.postgres.folder) : undefined;
    const backends = main === undefined ? [] : rows.filter(({ parent }) => parent === main).map(({ pid }) => pid);
    return {
      app: [this.launcher?.pid, ...(group.length > 0 ? group : [next])].filter((pid) => pid !== undefined),
      postgres: main === undefined ? [] : [main, ...backends],
    };
  }

  private spawnLauncher(databaseUrl: string): ChildProcess {
    const { dataDir, port, env, announce } = this.options;
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/start/main.ts'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // the terminal's Ctrl-C reaches the bench only, which stops it in order
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        VAARTA_DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'warn',
        npm_lifecycle_event: 'bench', // as a child of npm it stops when its parent is gone, however that ended
        ...env,
      },
    });
    // Only the first start says something new.
    const tell = (line: string) => {
      if (!this.hasBeenWell) announce(line);
    };
    this.log.listen(child.stdout, tell);
    this.log.listen(child.stderr, tell);
    return child;
  }
}

const startPatienceMs = 300_000; // the first start builds the app

function isWell(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = get({ host: '127.0.0.1', port, path: '/api/health', agent: false, timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asking.once('timeout', () => asking.destroy());
    asking.once('error', () => resolve(false));
    asking.once('close', () => resolve(false)); // after an answer this changes nothing
  });
}

/** The process that the launcher noted as its app, if it still is the same one. */
function readAppRecord(dataDir: string): number | undefined {
  try {
    const record = appRecord.parse(JSON.parse(readFileSync(path.join(dataDir, 'app.json'), 'utf8')));
    return isRunning(record) ? record.pid : undefined;
  } catch {
    return; // not started yet
  }
}

const appRecord = z.object({ pid: z.number(), began: z.string() });

function readPostmasterPid(folder: string): number | undefined {
  try {
    return Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return; // it does not run
  }
}

function identityOf(pid: number): ProcessIdentity[] {
  const began = processBeginning(pid);
  return began === undefined ? [] : [{ pid, began }];
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it ended in this moment
  }
}

async function untilGone(processes: readonly ProcessIdentity[], patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (processes.some(isRunning)) {
    if (performance.now() > deadline) throw new Error('A process of the app does not end.');
    await pause(10);
  }
}
