import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Entrance } from '../auth/links/offer-setup';
import { closePool } from '../db/pool';
import { KnownError } from '../errors';
import { reasonOf } from '../reason-of';
import { type AppProcess, endOrphan, startApp } from './app-process';
import { buildApp } from './build-app';
import { type LockAttempt, takeLock } from './file-lock';
import { findFreePort, findPortProblem } from './free-port';
import { prepareDatabase, type Undo } from './prepare-database';
import { readSettings } from './settings';
import { stopSignal } from './stop-signal';
import { summary } from './summary';

export type Mode = 'production' | 'development';

/**
 * Starts everything that Vaarta needs and runs until it is asked to stop; then stops everything in reverse order. Throws a
 * `KnownError`, whose message is for the person who starts it, when something is missing or ends by itself.
 */
export async function launch(mode: Mode): Promise<void> {
  const stop = stopSignal();
  const undo: Undo = [];
  try {
    const app = await startEverything(mode, stop, undo);
    const stopped = new Promise<'stopped'>((resolve) => stop.addEventListener('abort', () => resolve('stopped')));
    const end = stop.aborted ? 'stopped' : await Promise.race([stopped, app.ended]);
    if (end !== 'stopped') throw new KnownError('server.failed', `The app ended by itself (${end}).`);
  } catch (error) {
    if (!stop.aborted) throw error; // asked to stop: what was interrupted by it is not a failure
  } finally {
    if (stop.aborted) announce('Stopping.');
    for (const step of undo.reverse()) await step();
  }
}

async function startEverything(mode: Mode, stop: AbortSignal, undo: Undo): Promise<AppProcess> {
  const env = readSettings(mode);
  const dataDir = path.resolve(env.VAARTA_DATA_DIR);
  undo.push(await lockData(dataDir));
  if (await endOrphan(dataDir)) announce('Ended the app of an earlier start that was killed.');
  const port = env.PORT === 0 ? await findFreePort() : env.PORT;
  await refuseTakenPort(env.HOST, port);

  const database = await prepareDatabase(env, undo, announce);
  stop.throwIfAborted();
  if (mode === 'production') await buildApp(process.cwd(), stop, announce);

  const address = env.PUBLIC_URL ?? `http://${env.HOST}:${port}`;
  const app = startApp({
    command: mode === 'production' ? 'start' : 'dev',
    host: env.HOST,
    port,
    dataDir,
    env: {
      DATABASE_URL: database.url,
      NODE_ENV: mode,
      PORT: String(port),
      PUBLIC_URL: address,
      VAARTA_DATA_DIR: dataDir,
    },
  });
  undo.push(app.stop);
  await Promise.race([app.ready, aborted(stop)]);
  console.log(summary(env, address, database.description, await openEntrance(address)));
  return app;
}

/** Only now: it needs the generated code. */
async function openEntrance(address: string): Promise<Entrance> {
  const { offerSetup } = await import('../auth/links/offer-setup');
  try {
    return await offerSetup(address, Date.now());
  } finally {
    await closePool();
  }
}

function announce(text: string): void {
  console.log(`· ${text}`);
}

const yieldMs = 3000; // an app whose `npm start` was killed a moment ago is about to end

async function lockData(dataDir: string): Promise<() => void> {
  const deadline = performance.now() + yieldMs;
  for (;;) {
    const lock = tryLock(dataDir);
    if (lock.ok) return lock.release;
    if (performance.now() < deadline) await pause(50);
    else {
      throw new KnownError(
        'data.inUse',
        `Vaarta runs already on ${dataDir} (process ${lock.holder}): stop that one, or set VAARTA_DATA_DIR to another folder.`,
      );
    }
  }
}

function tryLock(dataDir: string): LockAttempt {
  try {
    mkdirSync(dataDir, { recursive: true });
    return takeLock(path.join(dataDir, 'start.lock'));
  } catch (cause) {
    throw new KnownError('settings.invalid', `VAARTA_DATA_DIR ${dataDir} cannot be used: ${reasonOf(cause)}.`, {
      cause,
    });
  }
}

async function refuseTakenPort(host: string, port: number): Promise<void> {
  const problem = await findPortProblem(host, port);
  if (!problem) return;
  const sentences = {
    inUse: `Port ${port} on ${host} is in use by another program: stop that one, or set PORT to another number.`,
    forbidden: `Port ${port} on ${host} may not be used by this user: set PORT to a number above 1023.`,
    noSuchHost: `HOST ${host} is no address of this machine: set it to 127.0.0.1, or to 0.0.0.0 for all addresses.`,
  } as const;
  throw new KnownError('port.unavailable', sentences[problem]);
}

function aborted(stop: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (stop.aborted) reject(stop.reason);
    stop.addEventListener('abort', () => reject(stop.reason));
  });
}
