import { BACK } from '../../schema/flow';
import type { CheckRule } from '../check-rule';

/** Both ends of a transition exist. */
export const transitionUnknownState: CheckRule = {
  code: 'transition.unknown_state',
  severity: 'error',
  find: ({ flow, states }) =>
    flow.transitions.flatMap(({ id, from, to }) => [
      ...(states.has(from)
        ? []
        : [
            {
              place: { transition: id },
              message: `The transition "${id}" starts at "${from}", and there is no such state.`,
              fix: 'Remove the transition, or let it start at a state that exists.',
            },
          ]),
      ...(to === BACK || states.has(to)
        ? []
        : [
            {
              place: { state: from, transition: id },
              message: `The transition "${id}" leads to "${to}", and there is no such state.`,
              fix: 'Remove the transition, or lead it to a state that exists.',
            },
          ]),
    ]),
};
