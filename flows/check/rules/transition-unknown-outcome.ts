import type { CheckRule } from '../check-rule';
import { nearestName } from '../known-names';

/** A transition starts at an outcome that its state has. */
export const transitionUnknownOutcome: CheckRule = {
  code: 'transition.unknown_outcome',
  severity: 'error',
  find: ({ states }) =>
    [...states.values()].flatMap(({ id, behaviour, transitions }) => {
      const outcomes = behaviour.outcomes.map((outcome) => outcome.id);
      return transitions
        .filter(({ outcome }) => !outcomes.includes(outcome))
        .map((transition) => ({
          place: { state: id, transition: transition.id },
          message: `The state "${id}" has no outcome "${transition.outcome}", so this transition is never taken.`,
          fix: fixFor(transition.outcome, outcomes),
        }));
    }),
};

function fixFor(outcome: string, outcomes: readonly string[]): string {
  const meant = nearestName(outcome, outcomes);
  if (meant !== undefined) return `Perhaps "${meant}" is meant.`;
  if (outcomes.length === 0) return 'Remove the transition: this state has no outcomes.';
  return `Use one of its outcomes: ${outcomes.slice(0, 8).join(', ')}${outcomes.length > 8 ? ', …' : ''}.`;
}
