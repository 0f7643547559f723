import { errorOf, type Operation } from '../calls/answer';
import { momentMs } from '../duration';
import { insertItems, insertWaits, type NewItem, type NewWait } from '../runs/store';
import { derivedUlid } from '../ulid';
import type { Applying, Progress } from './applying';
import { invoke } from './invoke';
import { type DoneStep, type OpenStep, recordDone, recordOpen } from './store';

/** Writes the steps of a report: what is over, and what was asked for. Steps that are known already change nothing. */
export async function applyOperations(at: Applying, operations: readonly Operation[]): Promise<Progress> {
  const { client, world, run } = at;
  const nowMs = world.nowMs();
  const unknown = operations.find(({ op }) => !knownOperations.has(op));
  const done = await recordDone(client, run.id, operations.filter(isDone).map(doneStep), nowMs);
  const asked = operations.filter(({ op }) => waitingOperations.has(op));
  const opened = new Set(
    await recordOpen(
      client,
      run.id,
      asked.map((operation) => openStep(operation, nowMs)),
      nowMs,
    ),
  );
  const fresh = asked.filter(({ id }) => opened.has(id));
  await insertItems(
    client,
    fresh.map((operation) => itemOf(at, operation, nowMs)),
    run.priority,
    nowMs,
  );
  await insertWaits(
    client,
    fresh.filter(({ op }) => op === 'WaitForEvent').map((operation) => waitOf(at, operation, nowMs)),
  );
  for (const operation of fresh.filter(({ op }) => op === 'InvokeFunction')) await invoke(at, operation);
  for (const operation of fresh.filter(({ op }) => op !== 'StepPlanned'))
    world.wakeClock(wakeMsOf(operation, nowMs) - nowMs);
  return {
    completed: done.length + operations.filter(({ op }) => op === 'DiscoveryRequest').length,
    opened: fresh.length,
    isRace: operations.some(({ opts }) => opts?.parallelMode === 'race'),
    problem: unknown && {
      name: 'UnsupportedError',
      message: `The embedded runner does not know "${unknown.op}". An Inngest server may.`,
    },
  };
}

const waitingOperations = new Set(['StepPlanned', 'Sleep', 'WaitForEvent', 'InvokeFunction']);
const knownOperations = new Set([
  ...waitingOperations,
  'Step',
  'StepRun',
  'StepFailed',
  'StepError',
  'RunComplete',
  'DiscoveryRequest',
]);

/** Whether a step is over by what the SDK says of it. */
export function isDone({ op }: Operation): boolean {
  return op === 'StepRun' || op === 'Step' || op === 'StepFailed';
}

/** What the SDK is given back for a step that is over, from what it said about it. */
export function doneStep(operation: Operation): DoneStep {
  const { id, op, opts, data, error } = operation;
  const result = op === 'StepFailed' ? { error: errorOf(error) } : { data: data ?? null };
  return { stepId: id, name: nameOf(operation), op, result, opts: opts ?? null };
}

function openStep(operation: Operation, nowMs: number): OpenStep {
  const { id, op, opts } = operation;
  const isPlanned = op === 'StepPlanned';
  // For a sleep and a wait the SDK says in `name` how long, or for which event.
  const kept = { ...opts, ...(isPlanned ? {} : { subject: operation.name }) };
  return {
    stepId: id,
    name: nameOf(operation),
    op,
    opts: kept,
    wakeAtMs: isPlanned ? null : wakeMsOf(operation, nowMs),
  };
}

function nameOf({ displayName, name, id }: Operation): string {
  return displayName ?? name ?? id;
}

function wakeMsOf({ op, name, opts }: Operation, nowMs: number): number {
  if (op === 'Sleep') return momentMs(name ?? textOf(opts?.duration), nowMs);
  return momentMs(textOf(opts?.timeout), nowMs);
}

function itemOf({ run }: Applying, operation: Operation, nowMs: number): NewItem {
  const isPlanned = operation.op === 'StepPlanned';
  return {
    id: derivedUlid(nowMs, run.id, operation.id),
    runId: run.id,
    stepId: operation.id,
    kind: isPlanned ? 'call' : 'wake',
    dueAtMs: isPlanned ? nowMs : wakeMsOf(operation, nowMs),
    owner: null,
  };
}

function waitOf({ run }: Applying, operation: Operation, nowMs: number): NewWait {
  return {
    id: derivedUlid(nowMs, run.id, operation.id),
    runId: run.id,
    stepId: operation.id,
    kind: 'event',
    eventName: textOf(operation.opts?.event) ?? operation.name ?? '',
    expression: textOf(operation.opts?.if) ?? null,
    expiresAtMs: wakeMsOf(operation, nowMs),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
