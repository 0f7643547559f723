import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { KnownError } from '../errors';
import { isRunning, type ProcessIdentity, processBeginning } from './process-identity';

export type AppOptions = {
  readonly command: 'start' | 'dev';
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string>>;
};

export type AppProcess = {
  /** Resolves when it answers; rejects with `server.failed` when it ends before that. */
  readonly ready: Promise<void>;
  /** Resolves with what became of it when it ends, wanted or not. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts Next on host and port. It leads a process group of its own, so that the terminal's Ctrl-C reaches only the
 * launcher, which stops it in order.
 */
export function startApp(options: AppOptions): AppProcess {
  const child = spawnNext(options);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const record = recordApp(options.dataDir, child);
  return {
    ready: waitUntilReady(options, ended, holdOutput(child)),
    ended,
    stop: async () => {
      if (record) await endProcessGroup(record);
      rmSync(recordFile(options.dataDir), { force: true });
    },
  };
}

/** Ends the app of a launcher that was killed, so that its port is free again. Says whether there was one. */
export async function endOrphan(dataDir: string): Promise<boolean> {
  const orphan = readRecord(dataDir);
  rmSync(recordFile(dataDir), { force: true });
  if (!orphan || !isRunning(orphan)) return false;
  await endProcessGroup(orphan);
  return true;
}

const recordSchema = z.object({ pid: z.number(), began: z.string() });
const recordFile = (dataDir: string) => path.join(dataDir, 'app.json');

function spawnNext({ command, host, port, env }: AppOptions): ChildProcess {
  // The worker answers them: it finishes what it is sending before the process ends (start-worker.ts).
  const signals: Record<string, string> = command === 'start' ? { NEXT_MANUAL_SIG_HANDLE: '1' } : {};
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  return spawn(process.execPath, [next, command, '-H', host, '-p', String(port)], {
    // Its input ends when the launcher dies, however it dies: see end-with-launcher.ts.
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: '1', VAARTA_ENDS_WITH_LAUNCHER: '1', ...signals },
  });
}

async function waitUntilReady(options: AppOptions, ended: Promise<string>, output: HeldOutput): Promise<void> {
  const asking = new AbortController();
  const answer = untilItAnswers(options, asking.signal).then(() => undefined);
  const end = await Promise.race([answer, ended]);
  asking.abort();
  output.release();
  if (end === undefined) return;
  throw new KnownError('server.failed', `The app ended before it was ready (${end}); what it said stands above.`);
}

type HeldOutput = { readonly release: () => void };

/** Next's greeting says less than ours: output is held back until the app is ready or has failed, and then goes through. */
function holdOutput(child: ChildProcess): HeldOutput {
  const releases = [hold(child.stdout, process.stdout), hold(child.stderr, process.stderr)];
  return {
    release: () => {
      for (const release of releases) release();
    },
  };
}

function hold(from: Readable | null, to: NodeJS.WriteStream): () => void {
  let held: Buffer[] | undefined = [];
  from?.on('data', (chunk: Buffer) => (held ? held.push(chunk) : to.write(chunk)));
  return () => {
    const lines = Buffer.concat(held ?? [])
      .toString()
      .split('\n');
    held = undefined;
    for (const line of lines) if (line.trim() !== '' && !greeting.test(line)) to.write(`${line}\n`);
  };
}

const greeting =
  /^\s*(▲ Next\.js|- (Local|Network|Environments|Experiments)|✓ (Starting|Ready|Running|Compiled)|○ Compiling)/;

async function untilItAnswers({ host, port }: AppOptions, giveUp: AbortSignal): Promise<void> {
  const url = `http://${addressToAsk(host)}:${port}/api/health`;
  while (!giveUp.aborted && !(await answers(url, giveUp))) await pause(50);
}

/** Not `fetch`: the connection that it keeps open would delay the app's end by seconds. */
function answers(url: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent: false, signal }, (response) => {
      response.resume();
      resolve(true);
    }).once('error', () => resolve(false));
  });
}

/** A wildcard address is to listen on, not to ask. */
function addressToAsk(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function recordApp(dataDir: string, child: ChildProcess): ProcessIdentity | undefined {
  if (child.pid === undefined) return; // it never ran; `error` tells
  const began = processBeginning(child.pid);
  if (began === undefined) return;
  const record = { pid: child.pid, began };
  writeFileSync(recordFile(dataDir), JSON.stringify(record));
  return record;
}

function readRecord(dataDir: string): ProcessIdentity | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(recordFile(dataDir), 'utf8')));
  } catch {
    return; // none, or cut off by a power failure
  }
}

const gracefulMs = 10_000;

/** Asks a process group to end, and makes it end when it does not. */
async function endProcessGroup(leader: ProcessIdentity): Promise<void> {
  signalGroup(leader.pid, 'SIGTERM');
  const deadline = performance.now() + gracefulMs;
  while (isRunning(leader)) {
    if (performance.now() > deadline) signalGroup(leader.pid, 'SIGKILL');
    await pause(25);
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // it ended in this moment
  }
}
