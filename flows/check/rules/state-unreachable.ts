import type { CheckRule } from '../check-rule';

/** Every state can be got to, from the start or from a flow-wide rule. */
export const stateUnreachable: CheckRule = {
  code: 'state.unreachable',
  severity: 'warning',
  find: ({ flow, reachable }) =>
    flow.states
      .filter(({ id }) => !reachable.has(id))
      .map(({ id }) => ({
        place: { state: id },
        message: `No customer can get to the state "${id}".`,
        fix: 'Connect it from another state or from a flow-wide rule, or remove it.',
      })),
};
