import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Scenario, scenarioFile } from '@/flows/scenarios/scenario';

/** Where the shipped scenarios are, from the folder that the app is started in. */
const SCENARIOS = path.join('flows', 'scenarios');

export type ShippedScenario = {
  /** `shipped:<file>#<place in it, from 1>` */
  readonly id: string;
  readonly scenario: Scenario;
};

/** The shipped scenarios of a flow, in the order of their files. A broken file is our bug: it throws. */
export async function readShippedScenarios(flowId: string): Promise<readonly ShippedScenario[]> {
  const files = (await readdir(SCENARIOS)).filter((name) => name.endsWith('.json')).sort();
  const read = await Promise.all(files.map(readScenarioFile));
  return read.flat().filter(({ scenario }) => scenario.flow === flowId);
}

async function readScenarioFile(name: string): Promise<ShippedScenario[]> {
  const content: unknown = JSON.parse(await readFile(path.join(SCENARIOS, name), 'utf8'));
  const file = path.basename(name, '.json');
  return scenarioFile
    .parse(content)
    .scenarios.map((scenario, index) => ({ id: `shipped:${file}#${index + 1}`, scenario }));
}
