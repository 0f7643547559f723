import type { Flow } from '../schema/flow';
import type { ScenarioResult } from './run-scenario';

type Part = Readonly<{ total: number; missing: readonly string[] }>;

/** What scenarios came to in one flow, and by name what they did not. */
export type Coverage = Readonly<{ flow: string; states: Part; transitions: Part; rules: Part }>;

type Covered = Partial<Pick<ScenarioResult, 'visitedStates' | 'takenTransitions' | 'matchedRules'>>;

export function coverageOf(flow: Flow, results: readonly Covered[]): Coverage {
  const part = (items: readonly { id: string }[], reached: (result: Covered) => ReadonlySet<string> | undefined) => ({
    total: items.length,
    missing: items.map(({ id }) => id).filter((id) => !results.some((result) => reached(result)?.has(id))),
  });
  return {
    flow: flow.id,
    states: part(flow.states, ({ visitedStates }) => visitedStates),
    transitions: part(flow.transitions, ({ takenTransitions }) => takenTransitions),
    rules: part(flow.rules, ({ matchedRules }) => matchedRules),
  };
}

export function coverageInWords({ flow, states, transitions, rules }: Coverage): string[] {
  const line = (noun: string, { total, missing }: Part) =>
    `  ${noun}: ${total - missing.length} of ${total}${missing.length > 0 ? `; not ${missing.join(', ')}` : ''}`;
  return [`Coverage of ${flow}`, line('states', states), line('transitions', transitions), line('rules', rules)];
}
