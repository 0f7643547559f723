import { z } from 'zod';
import { inTransaction } from '../../../db/transaction';
import { acceptEvents } from '../events/accept-events';
import { insertEvents } from '../events/store';
import type { StoredEvent } from '../types';
import { derivedUlid, newUlid } from '../ulid';

const sentEvent = z.looseObject({
  id: z.string().nullish(),
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).nullish(),
  user: z.record(z.string(), z.unknown()).nullish(),
  v: z.string().nullish(),
  ts: z.number().int().nullish(),
});

/** One event or a list of them, as the SDK posts them. */
export const sentEvents = z.union([sentEvent.transform((event) => [event]), z.array(sentEvent).max(5_000)]);

/**
 * Stores what was sent and only then gives its ids. `seed` is the SDK's (`millis,base64`): a post that is repeated has the same
 * ids and is stored once.
 */
export async function receiveEvents(
  sent: z.infer<typeof sentEvents>,
  seed: string | null,
  nowMs: number,
): Promise<readonly string[]> {
  const events = sent.map((event, place): StoredEvent => {
    const id = seed ? derivedUlid(seedMs(seed, nowMs), seed, place) : newUlid(nowMs);
    return {
      id,
      externalId: event.id || id,
      name: event.name,
      data: event.data ?? {},
      user: event.user ?? {},
      v: event.v ?? null,
      ts: event.ts || nowMs,
    };
  });
  await store(events, nowMs);
  return events.map(({ id }) => id);
}

/** Before the runner's first start there is no queue: it looks for what is not matched when it begins. */
async function store(events: readonly StoredEvent[], nowMs: number): Promise<void> {
  try {
    await inTransaction((client) => acceptEvents(client, events, nowMs));
  } catch (error) {
    if (!isWithoutQueue(error)) throw error;
    await inTransaction((client) => insertEvents(client, events, nowMs));
  }
}

function isWithoutQueue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '3F000' || error.code === '42883');
}

function seedMs(seed: string, nowMs: number): number {
  const ms = Number(seed.split(',')[0]);
  return Number.isSafeInteger(ms) && ms > 0 ? ms : nowMs;
}
