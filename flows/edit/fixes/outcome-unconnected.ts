import { connect } from '../connect';
import { boldFix, type FixRule } from './fix';
import { endOf } from './way-out';

/** The outcome is led on: to a state that is chosen, to a person when the bot gave up, or to the end. */
export const outcomeUnconnected: FixRule = {
  code: 'outcome.unconnected',
  fixes: ({ place }, flow) => {
    const { state: from = '', path: outcome = '' } = place;
    const handover = flow.states.find(({ type, id }) => type === 'handover' && id !== from);
    return [
      {
        kind: 'chooseState',
        id: 'choose',
        label: 'Connect to…',
        change: (now, to) => connect(now, { from, outcome, to }),
      },
      ...(outcome === 'gave_up' && handover
        ? [
            boldFix('person', `Hand over: go to “${handover.id}”`, (now) =>
              connect(now, { from, outcome, to: handover.id }),
            ),
          ]
        : []),
      boldFix('end', 'End the conversation', (now) => {
        const [ended, to] = endOf(now);
        return connect(ended, { from, outcome, to });
      }),
    ];
  },
};
