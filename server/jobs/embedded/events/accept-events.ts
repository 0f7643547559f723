import type { ClientBase } from 'pg';
import { enqueue } from '../queue/queue';
import type { StoredEvent } from '../types';
import { insertEvents } from './store';

/** Stores events and has them matched, in the caller's transaction: nothing that was answered is lost. */
export async function acceptEvents(
  client: Pick<ClientBase, 'query'>,
  events: readonly StoredEvent[],
  nowMs: number,
): Promise<void> {
  if (events.length === 0) return;
  const ids = await insertEvents(client, events, nowMs);
  await queueMatching(client, ids);
}

/** Has events matched by whoever is free, a few dozen at a time. */
export async function queueMatching(client: Pick<ClientBase, 'query'>, ids: readonly string[]): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(ids.length / chunkSize) }, (_, place) =>
    ids.slice(place * chunkSize, (place + 1) * chunkSize),
  );
  await enqueue(
    client,
    chunks.map((chunk) => ({ task: 'job-events', ids: chunk })),
  );
}

const chunkSize = 25;
