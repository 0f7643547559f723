import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { KnownError } from '../errors';
import { takeLock } from './file-lock';
import { haveSameContent, readStamp, stampSources, writeStamp } from './source-stamp';

/**
 * Builds the app unless it was built from these very sources. Two starts on one checkout build one after the other.
 * Throws `build.failed`; what the build said is on the error output then.
 */
export async function buildApp(root: string, stop: AbortSignal, announce: (text: string) => void): Promise<void> {
  const release = await waitForTurn(root, stop, announce);
  try {
    const stampFile = path.join(root, '.next', 'vaarta-sources.json');
    const earlier = readStamp(stampFile);
    const sources = stampSources(root, earlier);
    const isBuilt = existsSync(path.join(root, '.next', 'BUILD_ID')) && haveSameContent(sources, earlier);
    if (!isBuilt) {
      announce('Building the app: its sources are new. This takes about half a minute.');
      await runNextBuild(root, stop);
    }
    writeStamp(stampFile, sources);
  } finally {
    release();
  }
}

async function waitForTurn(root: string, stop: AbortSignal, announce: (text: string) => void): Promise<() => void> {
  const folder = path.join(root, '.vaarta');
  mkdirSync(folder, { recursive: true });
  let hasAnnounced = false;
  for (;;) {
    const lock = takeLock(path.join(folder, 'build.lock'));
    if (lock.ok) return lock.release;
    if (!hasAnnounced) announce(`Waiting for another start (process ${lock.holder}) that builds the app.`);
    hasAnnounced = true;
    await pause(250, undefined, { signal: stop });
  }
}

async function runNextBuild(root: string, stop: AbortSignal): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const output: Buffer[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: stop,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  process.stderr.write(Buffer.concat(output));
  throw new KnownError('build.failed', 'The app could not be built; the reason stands above. Nothing was changed.');
}
