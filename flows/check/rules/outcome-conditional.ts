import type { CheckRule } from '../check-rule';

/** An outcome whose transitions all have conditions leads nowhere when none of them holds. */
export const outcomeConditional: CheckRule = {
  code: 'outcome.conditional',
  severity: 'warning',
  find: ({ states }) =>
    [...states.values()].flatMap(({ id, behaviour, transitions }) =>
      behaviour.outcomes
        .filter(({ optional }) => !optional)
        .map((outcome) => ({ outcome, ways: transitions.filter((way) => way.outcome === outcome.id) }))
        .filter(({ ways }) => ways.length > 0 && ways.every(({ condition }) => condition))
        .map(({ outcome }) => ({
          place: { state: id, path: outcome.id },
          message: `The outcome "${outcome.id}" of the state "${id}" leads nowhere when none of its conditions holds.`,
          fix: 'Add a last transition without a condition.',
        })),
    ),
};
