import type { PoolClient } from 'pg';
import { keyOf } from '../expressions/key-of';
import { type StoredEvent, wireEvent } from '../types';
import { controlKey } from './control-key';
import { deleteControl, lockHeld, writeControl } from './store';

/** The event is kept under `key`; a run is made of it at `atMs` unless an event before then changes that. */
export type Held = { readonly admit: 'held'; readonly key: string; readonly atMs: number };

type Debounce = {
  readonly key?: string | null | undefined;
  readonly period: number;
  readonly timeout?: number | null | undefined;
};

/** Keeps the newest event of a key until none has come for a while, but not longer than the timeout. */
export async function holdUntilQuiet(
  client: PoolClient,
  functionId: string,
  { key, period, timeout }: Debounce,
  event: StoredEvent,
  nowMs: number,
): Promise<Held> {
  const name = controlKey(functionId, 'debounce', keyOf(key, wireEvent(event)));
  const held = await lockHeld(client, name, nowMs + period);
  const before = held?.events[0];
  const newest = before && before.ts > event.ts ? before : event;
  const sinceMs = held?.sinceMs ?? nowMs;
  const dueAtMs = Math.min(nowMs + period, sinceMs + (timeout ?? Number.POSITIVE_INFINITY));
  const value = { functionId, events: [newest], sinceMs };
  await writeControl(client, name, { value, dueAtMs, expiresAtMs: dueAtMs });
  return { admit: 'held', key: name, atMs: dueAtMs };
}

type Batch = { readonly key?: string | null | undefined; readonly maxSize: number; readonly timeout: number };

/** Adds an event to the batch of its key: held until the first one has waited long enough, or given back when it is full. */
export async function holdForBatch(
  client: PoolClient,
  functionId: string,
  { maxSize, timeout, key }: Batch,
  event: StoredEvent,
  nowMs: number,
): Promise<Held | { readonly events: readonly [StoredEvent, ...StoredEvent[]] }> {
  const name = controlKey(functionId, 'batch', keyOf(key, wireEvent(event)));
  const held = await lockHeld(client, name, nowMs + timeout);
  const [first = event, ...others] = held ? [...held.events, event] : [event];
  if (others.length + 1 >= maxSize) {
    await deleteControl(client, name);
    return { events: [first, ...others] };
  }
  const sinceMs = held?.sinceMs ?? nowMs;
  const dueAtMs = sinceMs + timeout;
  const value = { functionId, events: [first, ...others], sinceMs };
  await writeControl(client, name, { value, dueAtMs, expiresAtMs: dueAtMs });
  return { admit: 'held', key: name, atMs: dueAtMs };
}
