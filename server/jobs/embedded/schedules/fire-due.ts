import type { Pool } from 'pg';
import { inTransaction } from '../../../db/transaction';
import { admitRun } from '../flow-control/admit-run';
import { startRun } from '../runs/start-run';
import { requestCancel } from '../runs/store';
import type { FunctionConfig, StoredEvent } from '../types';
import { derivedUlid } from '../ulid';
import { lastFire } from './cron';
import { insertSchedules, markFired, readFired } from './store';

/**
 * Starts the runs whose scheduled minute has come, each once among all processes, and says how many. Of minutes that were
 * missed (nobody ran, the clock jumped ahead) a schedule makes up for the last one only; a clock that goes back fires nothing
 * again.
 */
export async function fireDue(configs: readonly FunctionConfig[], nowMs: number, pool: Pool): Promise<number> {
  const schedules = configs.flatMap(schedulesOf);
  if (schedules.length === 0) return 0;
  const fired = await firedOf(schedules, nowMs, pool);
  let count = 0;
  for (const schedule of schedules) {
    const beforeMs = fired.get(schedule.key);
    const atMs = beforeMs === undefined ? undefined : lastFire(schedule.cron, beforeMs, nowMs);
    if (beforeMs === undefined || atMs === undefined) continue;
    if (await fire(schedule, { beforeMs, atMs, nowMs }, pool)) count += 1;
  }
  return count;
}

type Schedule = { readonly key: string; readonly cron: string; readonly config: FunctionConfig };

function schedulesOf(config: FunctionConfig): readonly Schedule[] {
  const crons = new Set(config.triggers.flatMap(({ cron }) => (cron ? [cron] : [])));
  return [...crons].map((cron) => ({ key: `${config.id}:${cron}`, cron, config }));
}

async function firedOf(
  schedules: readonly Schedule[],
  nowMs: number,
  pool: Pool,
): Promise<ReadonlyMap<string, number>> {
  const keys = schedules.map(({ key }) => key);
  const fired = await readFired(pool, keys);
  const fresh = keys.filter((key) => !fired.has(key));
  if (fresh.length > 0) await insertSchedules(pool, fresh, nowMs);
  return fired;
}

type Moment = { readonly beforeMs: number; readonly atMs: number; readonly nowMs: number };

function fire({ key, cron, config }: Schedule, { beforeMs, atMs, nowMs }: Moment, pool: Pool): Promise<boolean> {
  return inTransaction(async (client) => {
    if (!(await markFired(client, key, beforeMs, atMs))) return false;
    const admission = await admitRun(client, config, timerEvent(cron, atMs), nowMs);
    if (admission.admit !== 'now') return false;
    await requestCancel(client, admission.cancelRunIds, nowMs);
    await startRun(client, config, admission.events, admission, nowMs);
    return true;
  }, pool);
}

/** What Inngest gives a run that a schedule began. */
function timerEvent(cron: string, atMs: number): StoredEvent {
  const fireAt = new Date(atMs).toISOString();
  return {
    id: derivedUlid(atMs, cron, atMs),
    externalId: fireAt,
    name: 'inngest/scheduled.timer',
    data: { cron, fireAt, scheduledAt: fireAt },
    user: {},
    v: null,
    ts: atMs,
  };
}
