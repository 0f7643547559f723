import type { ClientBase } from 'pg';
import { durationMs, momentMs } from '../duration';
import type { FunctionConfig, StoredEvent } from '../types';
import { derivedUlid, newUlid, ulidMs } from '../ulid';
import { insertItems, insertRun, insertWaits, type NewItem, type NewWait } from './store';

export type RunPlan = {
  readonly dueAtMs: number;
  readonly keys: Readonly<Record<string, string>>;
  readonly priority: number;
  /** By default a run belongs to its event, and is started once; `again` makes a new one, which nobody waits for. */
  readonly of?: 'event' | 'again';
};

/**
 * Starts a run of a function for these events in the caller's transaction. Its id belongs to the last event and the function:
 * a second start makes no second run, and gives undefined.
 */
export async function startRun(
  client: Pick<ClientBase, 'query'>,
  config: FunctionConfig,
  events: readonly StoredEvent[],
  plan: RunPlan,
  nowMs: number,
): Promise<string | undefined> {
  const last = events.at(-1);
  if (!last) return;
  const isAgain = plan.of === 'again';
  const id = isAgain ? newUlid(nowMs) : derivedUlid(ulidMs(last.id), last.id, config.id);
  // An event whose time has not come begins its run then.
  const dueAtMs = Math.max(plan.dueAtMs, ...events.map(({ ts }) => ts));
  const parent = isAgain ? noParent : parentOf(last);
  const run = { id, functionId: config.id, appId: config.appId, events, ...plan, dueAtMs, ...parent };
  if (!(await insertRun(client, run, nowMs))) return;
  await insertItems(client, firstItems(id, config, dueAtMs, nowMs), plan.priority, nowMs);
  if (events.length === 1) await insertWaits(client, cancelWaits(id, config, nowMs));
  return id;
}

/** What begins a function for another run, and where that one waits for it. */
export const invokedEvent = 'inngest/function.invoked';

type Parent = { readonly parentRunId: string | null; readonly parentStepId: string | null };
const noParent: Parent = { parentRunId: null, parentStepId: null };

function parentOf({ name, data }: StoredEvent): Parent {
  if (name !== invokedEvent || typeof data !== 'object' || data === null) return noParent;
  const meta = '_inngest' in data ? data._inngest : undefined;
  if (typeof meta !== 'object' || meta === null || !('correlation_id' in meta)) return noParent;
  const [parentRunId, parentStepId] = String(meta.correlation_id).split('.');
  return parentRunId && parentStepId ? { parentRunId, parentStepId } : noParent;
}

function firstItems(runId: string, config: FunctionConfig, dueAtMs: number, nowMs: number): readonly NewItem[] {
  const item = { runId, stepId: 'step', owner: null };
  const first: NewItem = { ...item, id: derivedUlid(nowMs, runId, 'first'), kind: 'call', dueAtMs };
  const startMs = config.timeouts?.start ? durationMs(config.timeouts.start) : undefined;
  if (startMs === undefined) return [first];
  return [first, { ...item, id: derivedUlid(nowMs, runId, 'startBy'), kind: 'startBy', dueAtMs: nowMs + startMs }];
}

/** Five at most, as in the reference server; a batch can't be cancelled by an event. */
function cancelWaits(runId: string, config: FunctionConfig, nowMs: number): readonly NewWait[] {
  return (config.cancel ?? []).slice(0, 5).map((cancel, place) => ({
    id: derivedUlid(nowMs, runId, 'cancel', place),
    runId,
    stepId: null,
    kind: 'cancel',
    eventName: cancel.event,
    expression: cancel.if ?? null,
    expiresAtMs: cancel.timeout ? momentMs(cancel.timeout, nowMs) : null,
  }));
}
