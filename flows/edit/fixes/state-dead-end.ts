import { connect } from '../connect';
import type { FixRule } from './fix';

/** The way out that every conversing state has: when all that it wants is known. */
export const stateDeadEnd: FixRule = {
  code: 'state.dead_end',
  fixes: ({ place: { state: from = '' } }) => [
    {
      kind: 'chooseState',
      id: 'complete',
      label: 'When everything is known, go to…',
      change: (flow, to) => connect(flow, { from, outcome: 'complete', to }),
    },
  ],
};
