import type { CheckRule } from '../check-rule';

/** A conversing state has at least one way out: nothing else moves the conversation on. */
export const stateDeadEnd: CheckRule = {
  code: 'state.dead_end',
  severity: 'error',
  find: ({ states }) =>
    [...states.values()]
      .filter(({ state, transitions }) => state.type === 'converse' && transitions.length === 0)
      .map(({ id }) => ({
        place: { state: id },
        message: `The state "${id}" has no way out: whatever the customer says, the conversation stays there.`,
        fix: 'Connect at least one of its outcomes.',
      })),
};
