import type { Scenario } from '@/flows/scenarios/scenario';
import { readShippedScenarios } from './shipped-scenarios';
import { selectScenarios } from './store';

/** A scenario to play: one that comes with Vaarta, or one that somebody recorded, which alone can be renamed or removed. */
export type ListedScenario = {
  readonly id: string;
  readonly name: string;
  readonly origin: 'shipped' | 'recorded';
  /** When it was recorded, ISO UTC. */
  readonly createdAt: string | null;
  readonly scenario: Scenario;
};

/** All scenarios of a flow: the recorded ones first, oldest first. None for a flow that is not there. */
export async function listScenarios(flowId: string): Promise<readonly ListedScenario[]> {
  const [recorded, shipped] = await Promise.all([selectScenarios(flowId), readShippedScenarios(flowId)]);
  return [
    ...recorded.map((found) => ({ ...found, origin: 'recorded' as const })),
    ...shipped.map(({ id, scenario }) => ({
      id,
      name: scenario.name,
      origin: 'shipped' as const,
      createdAt: null,
      scenario,
    })),
  ];
}
