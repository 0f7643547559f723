import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Scenario, scenarioFile, scenario as scenarioSchema } from '@/flows/scenarios/scenario';
import { playTryout } from './play-tryout';
import { scenarioToTryout } from './scenario-to-tryout';
import { said, shippedFlow, trying, world } from './testdata/shipped';
import { tryoutToScenario } from './tryout-to-scenario';

const folder = 'flows/scenarios';
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => scenarioFile.parse(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))).scenarios)
  .filter(({ flow }) => flow === shippedFlow.id);

describe('scenarioToTryout', () => {
  it('leads every shipped scenario to the states that it expects', () => {
    expect(shipped.length).toBeGreaterThan(50);
    for (const scenario of shipped) expect(endOf(scenario), scenario.name).toBe(expectedEnd(scenario));
  });

  it('is the way back from a recorded try-out', () => {
    const tryout = trying([said('Hi, I need a loan'), { type: 'passed', seconds: 90_061 }, said('a', 'b')]);
    const scenario = tryoutToScenario(shippedFlow, tryout, playTryout(shippedFlow, tryout, world), 'There and back');
    expect(scenario && scenarioToTryout(scenario, 'en')).toEqual(tryout);
  });

  it('is none for a duration that it does not read', () => {
    const step = { passes: 'P1M' };
    const scenario = scenarioSchema.parse({ name: 'x', flow: 'x', now: '2026-11-24T11:00:00+05:30', steps: [step] });
    expect(scenarioToTryout(scenario, 'en')).toBeNull();
  });
});

function endOf(scenario: Scenario): string | undefined {
  const tryout = scenarioToTryout(scenario, shippedFlow.defaultLanguage);
  return tryout ? playTryout(shippedFlow, tryout, world).turns.at(-1)?.state : undefined;
}

/** The state that the last step names, or whatever came where it names none. */
function expectedEnd(scenario: Scenario): string | undefined {
  return scenario.steps.at(-1)?.expect.state ?? endOf(scenario);
}
