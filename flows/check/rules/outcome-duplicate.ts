import type { CheckRule } from '../check-rule';

/** A state's outcomes differ: two options, cases or variants with one id could not be told apart. */
export const outcomeDuplicate: CheckRule = {
  code: 'outcome.duplicate',
  severity: 'error',
  find: ({ states }) =>
    [...states.values()].flatMap(({ id, behaviour }) => {
      const ids = behaviour.outcomes.map((outcome) => outcome.id);
      return [...new Set(ids.filter((outcome, index) => ids.indexOf(outcome) !== index))].map((outcome) => ({
        place: { state: id, path: outcome },
        message: `The state "${id}" has the outcome "${outcome}" more than once.`,
        fix: 'Give each option, case or variant its own id.',
      }));
    }),
};
