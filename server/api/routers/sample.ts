import { loadSample, readSampleState, removeSample } from '../../sample/begin-sample';
import { ownerProcedure, router } from '../procedures';

/** Believable leads and conversations for an installation that has none yet. */
export const sampleRouter = router({
  state: ownerProcedure.query(() => readSampleState()),
  load: ownerProcedure.mutation(({ ctx }) => loadSample(ctx.actor)),
  remove: ownerProcedure.mutation(({ ctx }) => removeSample(ctx.actor)),
});
