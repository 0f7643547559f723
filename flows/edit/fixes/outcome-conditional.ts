import { connect } from '../connect';
import { boldFix, type FixRule } from './fix';

/** The rest is led to a state, or the last condition is taken off. */
export const outcomeConditional: FixRule = {
  code: 'outcome.conditional',
  fixes: ({ place }, flow) => {
    const { state: from = '', path: outcome = '' } = place;
    const last = flow.transitions.findLast((way) => way.from === from && way.outcome === outcome);
    return [
      {
        kind: 'chooseState',
        id: 'rest',
        label: 'Else go to…',
        change: (now, to) => connect(now, { from, outcome, to }),
      },
      ...(last
        ? [
            boldFix('always', 'Take the last condition off', (now) => ({
              ...now,
              transitions: now.transitions.map((way) => {
                const { condition: _condition, ...always } = way;
                return way.id === last.id ? always : way;
              }),
            })),
          ]
        : []),
    ];
  },
};
