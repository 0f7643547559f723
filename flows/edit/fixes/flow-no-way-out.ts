import { type Flow, flowState } from '../../schema/flow';
import { addState } from '../add-state';
import { connect } from '../connect';
import { boldFix, type FixRule } from './fix';
import { placeBeside } from './place-beside';
import { endOf, withRuleTo } from './way-out';

/** Whoever wants no more messages is led to a state that takes the consent back; and the conversation gets an end. */
export const flowNoWayOut: FixRule = {
  code: 'flow.no_way_out',
  fixes: ({ severity }, flow) => {
    if (severity !== 'error') return [{ kind: 'chooseOutcome', id: 'end', label: 'End it after…', change: endAfter }];
    const there = withdrawing(flow);
    const label = there ? `Lead whoever wants no more messages to “${there}”` : 'Add a way to opt out';
    return [boldFix('rule', label, (now) => withRuleTo(...optOutOf(now), 'opt_out', 'opt_out'))];
  },
};

function withdrawing(flow: Flow): string | undefined {
  return flow.states.find(({ consent }) => consent?.status === 'withdrawn')?.id;
}

function endAfter(flow: Flow, { state, outcome }: Readonly<{ state: string; outcome: string }>): Flow {
  const [ended, end] = endOf(flow);
  return connect(ended, { from: state, outcome, to: end });
}

function optOutOf(flow: Flow): readonly [Flow, string] {
  const there = withdrawing(flow);
  if (there !== undefined) return [flow, there];
  const added = addState(flow, {
    type: 'end',
    id: 'opted_out',
    position: placeBeside(flow),
    data: { reason: 'opted_out' },
  });
  const state = added.states.at(-1);
  const given = flow.states.find(({ consent }) => consent)?.consent;
  const withdrawn = flowState.safeParse({
    ...state,
    consent: {
      status: 'withdrawn',
      purpose: given?.purpose ?? 'messages',
      noticeVersion: given?.noticeVersion ?? '1',
    },
  });
  if (!withdrawn.success) return [added, flow.start];
  return [{ ...added, states: [...flow.states, withdrawn.data] }, withdrawn.data.id];
}
