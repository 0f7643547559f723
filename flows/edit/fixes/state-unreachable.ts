import { connect } from '../connect';
import { removeState } from '../remove-state';
import { boldFix, type FixRule } from './fix';

/** The state is led to from an outcome that is chosen, or goes. */
export const stateUnreachable: FixRule = {
  code: 'state.unreachable',
  fixes: ({ place: { state = '' } }) => [
    {
      kind: 'chooseOutcome',
      id: 'choose',
      label: 'Lead to it from…',
      change: (flow, end) => connect(flow, { from: end.state, outcome: end.outcome, to: state }),
    },
    boldFix('remove', 'Remove the state', (flow) => removeState(flow, state)),
  ],
};
