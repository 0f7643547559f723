import type { PoolClient } from 'pg';
import { keyOf, numberOf } from '../expressions/key-of';
import { type FunctionConfig, type StoredEvent, wireEvent } from '../types';
import { controlKey } from './control-key';
import { flowConfigOf } from './flow-config';
import { type Paid, takeTurn } from './rate';
import { lockControl, readSingletonRuns, takeTurns, writeControl } from './store';

/** A run may be made: from these events, not before `dueAtMs`. */
export type AdmittedNow = {
  readonly admit: 'now';
  readonly events: readonly StoredEvent[];
  readonly dueAtMs: number;
  /** What its limits are told by: kept with the run. */
  readonly keys: Readonly<Record<string, string>>;
  /** Seconds that it goes before others; may be negative. */
  readonly priority: number;
  /** Runs that end as cancelled because this one takes their place. */
  readonly cancelRunIds: readonly string[];
};

export type Dropped = {
  readonly admit: 'dropped';
  readonly why: 'rate.limited' | 'run.repeated' | 'singleton.running';
};

const MOST_PRIORITY_SECONDS = 600; // what Inngest's documentation allows, either way

/**
 * Decides about a run whose events are all there: past rate limit, debounce and batch. Invoked runs begin here. Belongs into
 * the transaction that makes the run.
 */
export async function admitNow(
  client: PoolClient,
  config: FunctionConfig,
  events: readonly [StoredEvent, ...StoredEvent[]],
  nowMs: number,
): Promise<AdmittedNow | Dropped> {
  const event = events.at(-1) ?? events[0];
  const singleton = await takeSingleton(client, config, event);
  if (singleton === 'taken') return { admit: 'dropped', why: 'singleton.running' };
  const seconds = Math.trunc(numberOf(flowConfigOf(config).priority?.run, wireEvent(event)));
  return {
    admit: 'now',
    events,
    dueAtMs: await startAt(client, config, event, nowMs),
    keys: { ...concurrencyKeys(config, event), ...singleton.keys },
    priority: Math.max(-MOST_PRIORITY_SECONDS, Math.min(MOST_PRIORITY_SECONDS, seconds)),
    cancelRunIds: singleton.cancelRunIds,
  };
}

async function takeSingleton(
  client: PoolClient,
  config: FunctionConfig,
  event: StoredEvent,
): Promise<'taken' | { readonly keys: Record<string, string>; readonly cancelRunIds: readonly string[] }> {
  const { singleton } = flowConfigOf(config);
  if (!singleton) return { keys: {}, cancelRunIds: [] };
  const key = controlKey(config.id, 'singleton', keyOf(singleton.key, wireEvent(event)));
  await takeTurns(client, [key]);
  const cancelRunIds = await readSingletonRuns(client, config.id, key);
  if (cancelRunIds.length > 0 && singleton.mode === 'skip') return 'taken';
  return { keys: { singleton: key }, cancelRunIds };
}

function concurrencyKeys(config: FunctionConfig, event: StoredEvent): Record<string, string> {
  const keys = flowConfigOf(config).concurrency.map(({ scope, key }, index): [string, string] => {
    const owner = scope === 'env' || scope === 'account' ? `every-${scope}` : config.id;
    return [`concurrency.${index}`, controlKey(owner, 'concurrency', keyOf(key, wireEvent(event)))];
  });
  return Object.fromEntries(keys);
}

/** When a run starts: at once, or when its throttle lets it. Its turn is taken here, so that it needn't ask again. */
async function startAt(client: PoolClient, config: FunctionConfig, event: StoredEvent, nowMs: number): Promise<number> {
  const { throttle } = flowConfigOf(config);
  // An event in the future keeps its time: a turn taken there would hold up all that come before.
  if (!throttle || event.ts > nowMs) return Math.max(nowMs, event.ts);
  const { limit, period: periodMs } = throttle;
  const key = controlKey(config.id, 'throttle', keyOf(throttle.key, wireEvent(event)));
  const { value } = await lockControl<Paid>(client, key, nowMs + periodMs);
  // So many at once as Inngest lets through.
  const burst = limit + (throttle.burst ?? 1) - 1;
  const turn = takeTurn({ limit, periodMs, burst }, value.paidAtMs ?? 0, nowMs);
  await writeControl(client, key, { value: { paidAtMs: turn.paidAtMs }, expiresAtMs: turn.paidAtMs });
  return turn.goMs;
}
