import { z } from 'zod';
import { operation } from '../calls/answer';
import { doneStep, isDone } from './apply-operations';
import { recordCheckpoint } from './store';

/** What the SDK sends after a step, before it goes on within the same call. */
export const checkpointBody = z.looseObject({
  qi_id: z.string(),
  generation_id: z.number().nullish(),
  steps: z.array(operation),
});

/** Remembers steps of a call that is under way. `stale`: the call was given to somebody else, or its run has ended. */
export async function checkpoint(
  runId: string,
  { qi_id, generation_id, steps }: z.infer<typeof checkpointBody>,
  nowMs: number,
): Promise<'kept' | 'stale'> {
  const call = { itemId: qi_id, generation: generation_id ?? undefined };
  const isKept = await recordCheckpoint(runId, call, steps.filter(isDone).map(doneStep), nowMs);
  return isKept ? 'kept' : 'stale';
}
