import { z } from 'zod';
import { scenario } from '@/flows/scenarios/scenario';
import { listScenarios } from '../../flows/scenarios/list-scenarios';
import { renameScenario } from '../../flows/scenarios/rename-scenario';
import { LONGEST_SCENARIO_NAME, saveScenario } from '../../flows/scenarios/save-scenario';
import { deleteScenario } from '../../flows/scenarios/store';
import { ownerProcedure, router, viewerProcedure } from '../procedures';
import { flowId } from './flows';

/** Only a recorded one has such an id: a shipped one can't be changed. */
const scenarioId = z.uuid('This is no recorded scenario.');
const name = z.string().trim().min(1, 'A scenario needs a name.').max(LONGEST_SCENARIO_NAME);
const MOST_STEPS = 500;

/** The conversations that a flow is tested with. */
export const scenariosRouter = router({
  list: viewerProcedure.input(z.object({ flowId })).query(({ input }) => listScenarios(input.flowId)),

  /** The scenario's own flow is taken to be this one. */
  save: ownerProcedure
    .input(
      z.object({
        flowId,
        scenario: scenario
          .extend({ name })
          .refine(({ steps }) => steps.length <= MOST_STEPS, `A scenario has at most ${MOST_STEPS} steps.`),
      }),
    )
    .mutation(({ input }) => saveScenario(input.flowId, input.scenario)),

  rename: ownerProcedure
    .input(z.object({ id: scenarioId, name }))
    .mutation(({ input }) => renameScenario(input.id, input.name)),

  /** Says whether there was one to remove. */
  remove: ownerProcedure
    .input(z.object({ id: scenarioId }))
    .mutation(async ({ input }) => ({ removed: await deleteScenario(input.id) })),
});
