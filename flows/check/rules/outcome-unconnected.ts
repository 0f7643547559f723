import type { CheckRule } from '../check-rule';

/** Every outcome that can happen leads somewhere. */
export const outcomeUnconnected: CheckRule = {
  code: 'outcome.unconnected',
  severity: 'error',
  find: ({ states }) =>
    [...states.values()].flatMap(({ id, behaviour, transitions }) =>
      behaviour.outcomes
        .filter(({ id: outcome, optional }) => !optional && !transitions.some((way) => way.outcome === outcome))
        .map((outcome) => ({
          place: { state: id, path: outcome.id },
          message: `The outcome "${outcome.id}" of the state "${id}" leads nowhere.`,
          fix: 'Connect it to the state that comes next.',
        })),
    ),
};
