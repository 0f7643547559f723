import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { World } from '@/flows/scenarios/conversation';
import { runScenario, type ScenarioResult } from '@/flows/scenarios/run-scenario';
import { type Scenario, scenarioFile } from '@/flows/scenarios/scenario';
import { type Coverage, coverageInWords, coverageOf } from '@/flows/scenarios/scenario-coverage';
import type { Flow } from '@/flows/schema/flow';
import { loadReader } from '@/flows/understanding/load-reader';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { reasonOf } from '../reason-of';
import type { Output } from './check-files';
import { readFlowLibrary } from './flow-library';

/** Where the shipped scenarios are, from the folder that the command is started in. */
const SCENARIOS = path.join('flows', 'scenarios');

type Played = Readonly<{
  file: string;
  name: string;
  flow: string;
  ok: boolean;
  failures: ScenarioResult['failures'];
}> &
  Partial<Pick<ScenarioResult, 'visitedStates' | 'takenTransitions' | 'matchedRules'>>;

/**
 * Plays scenario files against the shipped flows, all of `flows/scenarios` when none is named, and prints what failed
 * and which states, transitions and rules nothing came to. Returns the exit code: 1 when a scenario failed.
 */
export async function testScenarios(files: readonly string[], { json, write }: Output): Promise<0 | 1> {
  const flows = await readFlowLibrary();
  const world: World = {
    subflows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
    reader: loadReader(),
    packs: languages,
    facts: defaultProductFacts,
  };
  const read = await Promise.all((files.length > 0 ? files : await shippedScenarios()).map(readScenarios));
  const played = read.flatMap(({ file, scenarios, problem }) =>
    problem === null ? scenarios.map((scenario) => play(scenario, file, flows, world)) : [broken(file, problem)],
  );
  const coverage = flows
    .filter(({ id }) => played.some(({ flow }) => flow === id))
    .map((flow) =>
      coverageOf(
        flow,
        played.filter((item) => item.flow === flow.id),
      ),
    );
  for (const line of json ? [asJson(played, coverage)] : asLines(played, coverage)) write(line);
  return played.length > 0 && played.every(({ ok }) => ok) ? 0 : 1;
}

async function shippedScenarios(): Promise<string[]> {
  const names = (await readdir(SCENARIOS)).filter((name) => name.endsWith('.json')).sort();
  return names.map((name) => path.join(SCENARIOS, name));
}

type ReadFile = Readonly<{ file: string; scenarios: readonly Scenario[]; problem: string | null }>;

async function readScenarios(file: string): Promise<ReadFile> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    const parsed = scenarioFile.safeParse(content);
    if (parsed.success) return { file, scenarios: parsed.data.scenarios, problem: null };
    return { file, scenarios: [], problem: `This is no scenario file: ${z.prettifyError(parsed.error)}` };
  } catch (error) {
    return { file, scenarios: [], problem: `The file can't be read: ${reasonOf(error)}.` };
  }
}

function play(scenario: Scenario, file: string, flows: readonly Flow[], world: World): Played {
  const flow = flows.find(({ id }) => id === scenario.flow);
  if (!flow) return { ...broken(file, `There is no flow "${scenario.flow}".`), name: scenario.name };
  const { name, ok, failures, ...covered } = runScenario(scenario, flow, world);
  return { file, name, flow: flow.id, ok, failures, ...covered };
}

function broken(file: string, message: string): Played {
  return { file, name: '', flow: '', ok: false, failures: [{ step: 0, said: '', state: '', message }] };
}

function asLines(played: readonly Played[], coverage: readonly Coverage[]): string[] {
  const failed = played.filter(({ ok }) => !ok);
  return [
    ...failed.flatMap(({ file, name, failures }) => [
      `${file}${name === '' ? '' : `: ${name}`}`,
      ...failures.map(({ step, said, message }) => `  ${step === 0 ? '' : `step ${step}, ${said}: `}${message}`),
    ]),
    ...coverage.flatMap(coverageInWords),
    `${played.length} ${played.length === 1 ? 'scenario' : 'scenarios'}: ${played.length - failed.length} passed, ${failed.length} failed.`,
  ];
}

function asJson(played: readonly Played[], coverage: readonly Coverage[]): string {
  const scenarios = played.map(({ file, name, flow, ok, failures }) => ({ file, name, flow, ok, failures }));
  return JSON.stringify({ scenarios, coverage }, null, 2);
}
