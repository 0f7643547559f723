import { coverageOf } from '@/flows/scenarios/scenario-coverage';
import type { Lit } from '../../lit';
import type { ScenarioState } from './scenario-store';

/** What the drawing shows of the scenarios: what none came to, and the states in which one failed. */
export function paintOf({
  outcomes,
  ranOn,
  isPainted,
}: Pick<ScenarioState, 'outcomes' | 'ranOn' | 'isPainted'>): Pick<Lit, 'uncovered' | 'failed'> {
  if (!isPainted || ranOn === null) return { uncovered: null, failed: new Set() };
  const results = [...outcomes.values()];
  const { states, transitions } = coverageOf(ranOn, results);
  return {
    uncovered: { states: new Set(states.missing), transitions: new Set(transitions.missing) },
    failed: new Set(results.flatMap(({ failures }) => failures.map(({ state }) => state))),
  };
}
