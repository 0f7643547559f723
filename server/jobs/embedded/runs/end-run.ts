import type { ClientBase } from 'pg';
import { acceptEvents } from '../events/accept-events';
import { isWaitedFor } from '../events/store';
import { knownFunctions } from '../registry/registry';
import { type RunnerWorld, type StoredEvent, wireEvent } from '../types';
import { newUlid } from '../ulid';
import { type LockedRun, type RunEnd, recordEnd, wakeStep } from './store';

/** Ends a run that the caller has locked: tells whoever invoked it, and whoever listens to Inngest's own events about it. */
export async function endRun(
  client: Pick<ClientBase, 'query'>,
  world: Pick<RunnerWorld, 'nowMs'>,
  run: LockedRun,
  end: RunEnd,
): Promise<void> {
  const nowMs = world.nowMs();
  await recordEnd(client, run.id, end, nowMs);
  if (run.parentRunId !== null && run.parentStepId !== null) {
    await wakeStep(client, run.parentRunId, run.parentStepId, nowMs);
  }
  await tell(client, run, end, nowMs);
}

async function tell(client: Pick<ClientBase, 'query'>, run: LockedRun, end: RunEnd, nowMs: number): Promise<void> {
  const events: StoredEvent[] = [];
  for (const name of [finishedEvent, ...(end.status === 'completed' ? [] : [namesOfEnds[end.status]])]) {
    if (await isListenedTo(client, name)) events.push(systemEvent(name, run, end, nowMs));
  }
  await acceptEvents(client, events, nowMs);
}

const finishedEvent = 'inngest/function.finished';
const namesOfEnds = { failed: 'inngest/function.failed', cancelled: 'inngest/function.cancelled' } as const;

/** An event that nobody listens to now is never heard: it is not even stored. */
async function isListenedTo(client: Pick<ClientBase, 'query'>, name: string): Promise<boolean> {
  const functions = await knownFunctions();
  const isTrigger = functions.some(({ triggers }) =>
    triggers.some(({ event }) => event === name || (event?.endsWith('*') && name.startsWith(event.slice(0, -1)))),
  );
  return isTrigger || isWaitedFor(client, name);
}

function systemEvent(name: string, run: LockedRun, end: RunEnd, nowMs: number): StoredEvent {
  const id = newUlid(nowMs);
  const status = { completed: 'Completed', failed: 'Failed', cancelled: 'Cancelled' }[end.status];
  const [event] = run.events;
  const outcome =
    end.status === 'completed'
      ? { result: end.output ?? null }
      : { error: { error: `${end.error.name}: ${end.error.message}`, ...end.error } };
  const correlation = run.parentRunId === null ? {} : { correlation_id: `${run.parentRunId}.${run.parentStepId}` };
  return {
    id,
    externalId: name === finishedEvent ? id : run.id, // as the reference server has it
    name,
    data: {
      _inngest: { status },
      function_id: run.functionId,
      run_id: run.id,
      event: event === undefined ? null : wireEvent(event),
      events: run.events.map(wireEvent),
      ...outcome,
      ...correlation,
    },
    user: {},
    v: null,
    ts: nowMs,
  };
}
