import { compileFlow } from '../engine/compile-flow';
import type { Flow, Transition } from '../schema/flow';
import type { World } from './conversation';
import { runScenario } from './run-scenario';
import type { Scenario } from './scenario';
import type { MoveContext, PhrasesFor } from './writing/moves';
import { routesOf } from './writing/routes';
import { ScenarioSearch } from './writing/scenario-search';

export type WrittenScenarios = Readonly<{
  written: readonly Scenario[];
  /** Transitions that nothing was found for, each with a sentence that says why. */
  unreached: readonly Readonly<{ transition: string; reason: string }>[];
}>;

/** Conversations tried for one transition, and for all of them together: some seconds. */
const MOST_TRIES = 1_000;
const MOST_TRIES_TOGETHER = 20_000;

/**
 * Writes a scenario for each transition that is not in `covered`. Each was played, takes the transition, and expects what
 * came. What one scenario takes on its way needs none of its own. `phrasesFor` gives what customers say with an intent,
 * in the flow's default language.
 */
export function scenariosForUncovered(
  flow: Flow,
  covered: ReadonlySet<string>,
  world: World,
  phrasesFor: PhrasesFor,
): WrittenScenarios {
  const context: MoveContext = { flow, world, phrasesFor };
  const routesTo = routesOf(flow);
  const taken = new Set(covered);
  const written: Scenario[] = [];
  const unreached: { transition: string; reason: string }[] = [];
  let tries = 0;
  for (const transition of waitingFirst(flow)) {
    if (taken.has(transition.id)) continue;
    const search = new ScenarioSearch(transition, context, routesTo, Math.min(MOST_TRIES, MOST_TRIES_TOGETHER - tries));
    const scenario = search.find();
    tries += search.tries;
    if (!scenario) {
      unreached.push({ transition: transition.id, reason: search.reason() });
      continue;
    }
    written.push(scenario);
    for (const id of runScenario(scenario, flow, world).takenTransitions) taken.add(id);
  }
  return { written, unreached: unreached.filter((one) => !taken.has(one.transition)) };
}

/** Where a customer chooses comes first: on the way from there, most of the others are taken. */
function waitingFirst(flow: Flow): readonly Transition[] {
  const { states } = compileFlow(flow);
  const passes = ({ from }: Transition): number => (states.get(from)?.behaviour.waits ? 0 : 1);
  return flow.transitions.toSorted((one, other) => passes(one) - passes(other));
}
