import type { CheckRule } from '../check-rule';

/** The states that a flow-wide rule names exist. */
export const ruleUnknownState: CheckRule = {
  code: 'rule.unknown_state',
  severity: 'error',
  find: ({ flow, states }) =>
    flow.rules.flatMap(({ id, action, except }) => [
      ...(action.type === 'goTo' && !states.has(action.to)
        ? [
            {
              place: { rule: id, path: 'action.to' },
              message: `The rule "${id}" goes to "${action.to}", and there is no such state.`,
              fix: 'Choose a state that exists.',
            },
          ]
        : []),
      ...except
        .filter((state) => !states.has(state))
        .map((state) => ({
          place: { rule: id, path: 'except' },
          message: `The rule "${id}" makes an exception for "${state}", and there is no such state.`,
          fix: 'Remove the exception.',
        })),
    ]),
};
