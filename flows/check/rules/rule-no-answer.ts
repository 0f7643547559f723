import type { CheckRule } from '../check-rule';

/** A rule that answers has an answer for each of its intents. */
export const ruleNoAnswer: CheckRule = {
  code: 'rule.no_answer',
  severity: 'warning',
  find: ({ flow }) =>
    flow.rules.flatMap(({ id, intents, action }) => {
      if (action.type !== 'answer') return [];
      return intents
        .filter((intent) => action.answers[intent] === undefined)
        .map((intent) => ({
          place: { rule: id, path: `action.answers.${intent}` },
          message: `The rule "${id}" takes "${intent}" and has no answer for it: the customer hears nothing about it.`,
          fix: 'Write the answer, or take this intent out of the rule.',
        }));
    }),
};
