import { z } from 'zod';
import type { Operation } from '../calls/answer';
import { functionUuid } from '../calls/call-sdk';
import { admitInvoked } from '../events/match-event';
import { insertEvents } from '../events/store';
import { knownFunction } from '../registry/registry';
import { invokedEvent } from '../runs/start-run';
import { wakeStep } from '../runs/store';
import type { StoredEvent } from '../types';
import { derivedUlid } from '../ulid';
import type { Applying } from './applying';

const invocation = z.looseObject({
  function_id: z.string(),
  payload: z
    .looseObject({ data: z.unknown().optional(), user: z.unknown().optional(), v: z.string().nullish() })
    .nullish(),
});

/** Starts the run that a step asked for. One that can't be started is looked at at once, and is an error to the caller. */
export async function invoke({ client, world, run }: Applying, operation: Operation): Promise<void> {
  const nowMs = world.nowMs();
  const asked = invocation.safeParse(operation.opts);
  const config = asked.success ? await knownFunction(asked.data.function_id) : undefined;
  if (!asked.success || !config) return wakeStep(client, run.id, operation.id, nowMs);
  const { data, user, v } = asked.data.payload ?? {};
  const id = derivedUlid(nowMs, run.id, operation.id, 'invoke');
  const event: StoredEvent = {
    id,
    externalId: id,
    name: invokedEvent,
    data: {
      ...(typeof data === 'object' ? data : { data }),
      _inngest: { fn_id: functionUuid(config.id), correlation_id: `${run.id}.${operation.id}` },
    },
    user: user ?? {},
    v: v ?? null,
    ts: nowMs,
  };
  await insertEvents(client, [event], nowMs, 'matched');
  if ((await admitInvoked(world, client, config, event)) === 'dropped')
    await wakeStep(client, run.id, operation.id, nowMs);
}
