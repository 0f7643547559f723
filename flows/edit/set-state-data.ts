import { type Flow, type FlowState, flowState } from '../schema/flow';
import { stateTypes } from '../states';
import type { Outcome } from '../states/define-state';
import { carrySources } from './carry-sources';
import { type FormProblem, formProblems } from './form-problem';
import { sameJson } from './same-json';

/**
 * Writes all of a state's data, as a form does. Data that the type refuses returns the flow itself. Texts keep what their
 * translations were made from, and transitions follow an outcome whose id changed; those of an outcome that is gone stay,
 * so that nothing is lost while a form is filled in.
 */
export function setStateData(flow: Flow, id: string, data: unknown): Flow {
  const state = flow.states.find((other) => other.id === id);
  if (!state) return flow;
  const parsed = flowState.safeParse({ ...state, data });
  if (!parsed.success || sameJson(parsed.data.data, state.data)) return flow;
  const before = stateTypes[state.type].bind(state.data);
  const after = stateTypes[parsed.data.type].bind(parsed.data.data);
  return {
    ...flow,
    states: flow.states.map((other) => (other === state ? parsed.data : other)),
    transitions: followOutcomes(flow.transitions, id, before.outcomes, after.outcomes),
    translatedFrom: carrySources(flow, { owner: id, before: before.texts, after: after.texts }),
  };
}

/** Why data would be refused for a state, place by place; none when it would be taken. */
export function whyNotData(state: FlowState, data: unknown): readonly FormProblem[] {
  const given = { ...state, data };
  const parsed = flowState.safeParse(given);
  return parsed.success ? [] : formProblems(parsed.error.issues, given, ['data']);
}

/** An id that an author gives (`choice:house`), changed alone, is the outcome that stood at its place. */
function followOutcomes(
  transitions: Flow['transitions'],
  id: string,
  before: readonly Outcome[],
  after: readonly Outcome[],
): Flow['transitions'] {
  if (before.length !== after.length) return transitions;
  const were = new Set(before.map((outcome) => outcome.id));
  const are = new Set(after.map((outcome) => outcome.id));
  const renamed = new Map(
    before.flatMap((was, index): [string, string][] => {
      const is = after[index]?.id ?? '';
      return !are.has(was.id) && !were.has(is) && was.id.includes(':') && is.includes(':') ? [[was.id, is]] : [];
    }),
  );
  if (renamed.size !== 1) return transitions;
  return transitions.map((way) => {
    const outcome = way.from === id ? renamed.get(way.outcome) : undefined;
    return outcome === undefined ? way : { ...way, outcome };
  });
}
