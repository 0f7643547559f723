import type { CheckRule } from '../check-rule';

/** The flow begins at a state that exists. */
export const flowStartUnknown: CheckRule = {
  code: 'flow.start_unknown',
  severity: 'error',
  find: ({ flow, states }) =>
    states.has(flow.start)
      ? []
      : [
          {
            place: { path: 'start' },
            message: `The flow starts at "${flow.start}", and there is no such state.`,
            fix: 'Choose one of the states as the start.',
          },
        ],
};
