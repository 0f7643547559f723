import { freeName } from '@/flows/edit/free-name';
import type { Scenario } from '@/flows/scenarios/scenario';
import { newId } from '../../conversation/ids';
import { KnownError } from '../../errors';
import { insertScenario, isFlow, selectScenarioNames } from './store';

export const LONGEST_SCENARIO_NAME = 200;
const MOST_ATTEMPTS = 5;

/**
 * Keeps a recorded scenario of a flow. A taken name becomes "<name> 2". Throws `record.notFound` for a flow that is not
 * there.
 */
export async function saveScenario(flowId: string, scenario: Scenario): Promise<{ id: string; name: string }> {
  if (!(await isFlow(flowId))) throw new KnownError('record.notFound', 'There is no such flow.');
  const id = newId();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const name = freeName(scenario.name.trim(), await selectScenarioNames(flowId), LONGEST_SCENARIO_NAME, ' ');
    if (await insertScenario(id, flowId, { ...scenario, flow: flowId, name })) return { id, name };
  }
  throw new KnownError('record.conflict', 'Others are keeping scenarios of this name right now. Please try again.');
}
