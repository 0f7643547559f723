import { recordAudit } from '../audit/store';
import type { Actor } from '../auth/actor';
import { newId } from '../conversation/ids';
import { KnownError } from '../errors';
import { sampleDue } from '../jobs/events';
import { wake } from '../jobs/wake';
import { SAMPLE_COUNT } from './customers/sample-customer';
import { beginRun, readPresence, readProgress } from './progress/store';

/** A run that has not moved on for so long is taken to be dead. */
const PATIENCE_MS = 60_000;

/** How the sample data stands, as the first page shows it. */
export type SampleState = Readonly<{
  status: 'none' | 'loading' | 'loaded' | 'removing' | 'failed';
  done: number;
  total: number;
  /** It is offered while there is nobody, and again where it stopped on its way. */
  canLoad: boolean;
  canRemove: boolean;
}>;

export async function readSampleState(): Promise<SampleState> {
  const [progress, { hasContacts, hasOthers }] = await Promise.all([readProgress(), readPresence()]);
  const status = progress?.status ?? 'none';
  const isMoving = (status === 'loading' || status === 'removing') && (progress?.ageMs ?? 0) < PATIENCE_MS;
  const isHalf = status === 'failed' || status === 'loading';
  return {
    status,
    done: progress?.done ?? 0,
    total: SAMPLE_COUNT,
    canLoad: !isMoving && !hasOthers && (!hasContacts || isHalf),
    canRemove: !isMoving && status !== 'none' && hasContacts,
  };
}

/** Begins to load the sample data; a job does it, and `readSampleState` says how far it is. */
export async function loadSample(actor: Actor): Promise<void> {
  const { canLoad } = await readSampleState();
  if (!canLoad)
    throw new KnownError(
      'record.conflict',
      'Sample data is for an empty installation, and there are contacts already.',
    );
  await begin(actor, 'load');
}

/** Begins to take the sample data away, and nothing else. */
export async function removeSample(actor: Actor): Promise<void> {
  await begin(actor, 'remove');
}

async function begin(actor: Actor, act: 'load' | 'remove'): Promise<void> {
  const run = newId();
  const status = act === 'load' ? 'loading' : 'removing';
  const isBegun = await beginRun({ status, done: 0, total: SAMPLE_COUNT, actorId: actor.id, run }, PATIENCE_MS);
  if (!isBegun) throw new KnownError('record.conflict', 'Sample data is being loaded or removed already.');
  const subject = { type: 'settings', id: 'sample' } as const;
  await recordAudit({
    actor,
    act: act === 'load' ? 'sampleData.loaded' : 'sampleData.removed',
    subject,
    detail: { run },
  });
  wake(sampleDue.create({ run, act }));
}
