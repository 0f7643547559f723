import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { AppUnderLoad } from './app-under-load';
import { listProcesses, machineBusySeconds } from './process-table';

/** Cores kept busy on average, by whom. `other` is what ran beside the bench. */
export type CpuShares = Readonly<Record<'app' | 'postgres' | 'load' | 'other' | 'idle', number>>;

/** Measures from one time to another (milliseconds since 1970); undefined where there is no /proc. */
export async function measureCpu(app: AppUnderLoad, fromMs: number, toMs: number): Promise<CpuShares | undefined> {
  await pauseUntil(fromMs);
  const before = sample(app);
  await pauseUntil(toMs);
  const after = sample(app);
  if (!before || !after) return;
  const cores = (key: keyof Sample) => (after[key] - before[key]) / (after.wall - before.wall);
  const known = { app: cores('app'), postgres: cores('postgres'), load: cores('load') };
  const busy = cores('busy');
  const other = Math.max(0, busy - known.app - known.postgres - known.load);
  return { ...known, other, idle: Math.max(0, os.cpus().length - busy) };
}

/** What kept more messages from being answered, as far as the processors tell. */
export function boundBy(shares: CpuShares | undefined, answeredShare: number): string {
  const idle = shares && ` (${cores(shares.idle)} cores idle)`;
  if (answeredShare >= 0.98) return `the offered rate: all of it was answered in time${idle ?? ''}`;
  if (!shares) return 'not known: processor times cannot be read here';
  const own = `app ${cores(shares.app)}, PostgreSQL ${cores(shares.postgres)}, load ${cores(shares.load)}`;
  if (shares.idle < 0.15) return `the processors: all are busy (${own}, others ${cores(shares.other)} cores)`;
  if (shares.app > 0.85) return `the app's one JavaScript thread (${own} cores)`;
  return `waiting, for the disk or for locks: no processor is full (${own} cores, ${cores(shares.idle)} idle)`;
}

/** Does not keep a bench from ending that is stopped meanwhile. */
function pauseUntil(ms: number): Promise<void> {
  return pause(Math.max(0, ms - Date.now()), undefined, { ref: false });
}

type Sample = Readonly<Record<'wall' | 'app' | 'postgres' | 'load' | 'busy', number>>;

function sample(app: AppUnderLoad): Sample | undefined {
  const busy = machineBusySeconds();
  if (busy === undefined) return;
  const rows = listProcesses();
  const spent = (pids: readonly number[]) =>
    rows.filter(({ pid }) => pids.includes(pid)).reduce((sum, row) => sum + row.cpuSeconds, 0);
  const { app: appPids, postgres } = app.processes();
  const wall = performance.now() / 1000;
  return { wall, app: spent(appPids), postgres: spent(postgres), load: spent([process.pid]), busy };
}

function cores(value: number): string {
  return value.toFixed(2);
}
