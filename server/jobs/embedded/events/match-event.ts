import type { PoolClient } from 'pg';
import { inTransaction } from '../../../db/transaction';
import { matches } from '../expressions/matches';
import { admitNow } from '../flow-control/admit-now';
import { admitRun } from '../flow-control/admit-run';
import { currentFunctions } from '../registry/registry';
import { startRun } from '../runs/start-run';
import { requestCancel, wakeStep } from '../runs/store';
import { type FunctionConfig, type RunnerWorld, type StoredEvent, wireEvent } from '../types';
import { fulfilWait, readOpenWaits, takeUnmatched, wasSentBefore } from './store';

/**
 * Gives an event to whom it concerns: functions that it triggers, runs that wait for it, runs that it cancels. One transaction,
 * once: whoever comes second finds it matched.
 */
export async function matchEvent(world: RunnerWorld, eventId: string): Promise<void> {
  const functions = await currentFunctions();
  await inTransaction(async (client) => {
    const event = await takeUnmatched(client, eventId);
    if (!event) return;
    if (event.externalId !== event.id && (await wasSentBefore(client, event))) return;
    for (const config of functions) {
      if (!isTriggeredBy(config, event)) continue;
      await carryOut(world, client, config, await admitRun(client, config, event, world.nowMs()));
    }
    await tellWaits(world, client, event);
  });
}

/** Starts the run that an invocation asks for: no event is too many, none is held. Says whether flow control let it. */
export async function admitInvoked(
  world: Pick<RunnerWorld, 'nowMs' | 'wakeClock'>,
  client: PoolClient,
  config: FunctionConfig,
  event: StoredEvent,
): Promise<'now' | 'held' | 'dropped'> {
  return carryOut(world, client, config, await admitNow(client, config, [event], world.nowMs()));
}

async function carryOut(
  world: Pick<RunnerWorld, 'nowMs' | 'wakeClock'>,
  client: PoolClient,
  config: FunctionConfig,
  admission: Awaited<ReturnType<typeof admitRun>>,
): Promise<'now' | 'held' | 'dropped'> {
  const nowMs = world.nowMs();
  switch (admission.admit) {
    case 'now':
      await requestCancel(client, admission.cancelRunIds, nowMs);
      await startRun(client, config, admission.events, admission, nowMs);
      world.wakeClock(Math.max(0, admission.dueAtMs - nowMs));
      break;
    case 'held':
      world.wakeClock(Math.max(0, admission.atMs - nowMs));
      break;
    case 'dropped':
      break;
  }
  return admission.admit;
}

function isTriggeredBy(config: FunctionConfig, event: StoredEvent): boolean {
  return config.triggers.some(
    ({ event: name, expression }) =>
      name && listensTo(name, event.name) && (!expression || matches(expression, { event: wireEvent(event) })),
  );
}

/** A name, or the beginning of names with a star for the rest. */
function listensTo(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

async function tellWaits(world: RunnerWorld, client: PoolClient, event: StoredEvent): Promise<void> {
  const nowMs = world.nowMs();
  const cancelled = new Set<string>();
  for (const wait of await readOpenWaits(client, event.name, nowMs)) {
    const sides = { event: wireEvent(wait.began), async: wireEvent(event) };
    if (wait.expression && !matches(wait.expression, sides)) continue;
    if (wait.kind === 'cancel') cancelled.add(wait.runId);
    else if (wait.stepId && (await fulfilWait(client, wait.id, event.id))) {
      await wakeStep(client, wait.runId, wait.stepId, nowMs);
    }
  }
  await requestCancel(client, [...cancelled], nowMs);
}
