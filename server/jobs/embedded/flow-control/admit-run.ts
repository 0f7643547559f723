import type { PoolClient } from 'pg';
import { keyOf } from '../expressions/key-of';
import { matches } from '../expressions/matches';
import { type FunctionConfig, type StoredEvent, wireEvent } from '../types';
import { type AdmittedNow, admitNow, type Dropped } from './admit-now';
import { controlKey } from './control-key';
import { flowConfigOf } from './flow-config';
import { type Held, holdForBatch, holdUntilQuiet } from './hold';
import { type Paid, takeTurn } from './rate';
import { lockControl, writeControl } from './store';

const DAY_MS = 24 * 3_600_000; // for how long Inngest knows an idempotency key

/**
 * Decides what an event does to a function that it matches: a run now, an event held back for a later one, or nothing. Belongs
 * into the transaction that matches the event; one that admits several functions takes them in the order of their ids.
 */
export async function admitRun(
  client: PoolClient,
  config: FunctionConfig,
  event: StoredEvent,
  nowMs: number,
): Promise<AdmittedNow | Held | Dropped> {
  const { batchEvents, debounce } = flowConfigOf(config);
  if (await isOverRate(client, config, event, nowMs)) return { admit: 'dropped', why: 'rate.limited' };
  if (await isRepeated(client, config, event, nowMs)) return { admit: 'dropped', why: 'run.repeated' };
  if (batchEvents && matches(batchEvents.if, { event: wireEvent(event) })) {
    const batch = await holdForBatch(client, config.id, batchEvents, event, nowMs);
    return 'admit' in batch ? batch : admitNow(client, config, batch.events, nowMs);
  }
  if (debounce) return holdUntilQuiet(client, config.id, debounce, event, nowMs);
  return admitNow(client, config, [event], nowMs);
}

async function isOverRate(
  client: PoolClient,
  config: FunctionConfig,
  event: StoredEvent,
  nowMs: number,
): Promise<boolean> {
  const { rateLimit } = flowConfigOf(config);
  if (!rateLimit) return false;
  const { limit, period: periodMs } = rateLimit;
  const key = controlKey(config.id, 'rate', keyOf(rateLimit.key, wireEvent(event)));
  const { value } = await lockControl<Paid>(client, key, nowMs + periodMs);
  // A tenth of the limit at once, as measured on Inngest.
  const turn = takeTurn({ limit, periodMs, burst: 1 + Math.floor(limit / 10) }, value.paidAtMs ?? 0, nowMs);
  if (turn.goMs > nowMs) return true;
  await writeControl(client, key, { value: { paidAtMs: turn.paidAtMs }, expiresAtMs: turn.paidAtMs });
  return false;
}

async function isRepeated(
  client: PoolClient,
  config: FunctionConfig,
  event: StoredEvent,
  nowMs: number,
): Promise<boolean> {
  const { idempotency } = flowConfigOf(config);
  if (!idempotency) return false;
  const key = controlKey(config.id, 'idempotency', keyOf(idempotency, wireEvent(event)));
  const { value } = await lockControl<{ untilMs: number }>(client, key, nowMs + DAY_MS);
  if (value.untilMs !== undefined && value.untilMs > nowMs) return true;
  await writeControl(client, key, { value: { untilMs: nowMs + DAY_MS }, expiresAtMs: nowMs + DAY_MS });
  return false;
}
