import { z } from 'zod';
import { inTransaction } from '../../../db/transaction';
import { admitInvoked } from '../events/match-event';
import { insertEvents } from '../events/store';
import { knownFunction } from '../registry/registry';
import { invokedEvent } from '../runs/start-run';
import type { RunnerWorld, StoredEvent } from '../types';
import { newUlid } from '../ulid';

/** What a run that is started by hand begins with. */
export const invocation = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  user: z.record(z.string(), z.unknown()).nullish(),
});

/** Starts a run of one function without an event of its own. Gives the id of the event that stands for it. */
export async function invokeFunction(
  world: Pick<RunnerWorld, 'nowMs'>,
  functionId: string,
  { data, user }: z.infer<typeof invocation>,
): Promise<string | undefined> {
  const config = await knownFunction(functionId);
  if (!config) return;
  const nowMs = world.nowMs();
  const id = newUlid(nowMs);
  const event: StoredEvent = {
    id,
    externalId: id,
    name: invokedEvent,
    data: data ?? {},
    user: user ?? {},
    v: null,
    ts: nowMs,
  };
  await inTransaction(async (client) => {
    await insertEvents(client, [event], nowMs, 'matched');
    await admitInvoked({ ...world, wakeClock: () => undefined }, client, config, event);
  });
  return id;
}
