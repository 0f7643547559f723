import type { CheckRule, Finding } from '../check-rule';
import { type CheckedFlow, reachableFrom } from '../checked-flow';

/** Whoever wants to stop can: opting out takes the consent back, and the conversation can end. */
export const flowNoWayOut: CheckRule = {
  code: 'flow.no_way_out',
  severity: 'error',
  find: (flow) => (isCalledByOthers(flow) ? withoutEnd(flow) : [...withoutOptOut(flow), ...withoutEnd(flow)]),
};

/** The flow-wide rules of the calling flow apply in a subflow too. */
function isCalledByOthers({ flow, options }: CheckedFlow): boolean {
  return Object.values(options.knownFlows ?? {}).some(
    ({ id, states }) =>
      id !== flow.id && states.some((state) => state.type === 'subflow' && state.data.flowId === flow.id),
  );
}

function withoutOptOut({ flow, states, reachable }: CheckedFlow): Finding[] {
  const ruled = flow.rules.flatMap(({ intents, action }) =>
    action.type === 'goTo' && intents.includes('opt_out') ? [action.to] : [],
  );
  const drawn = flow.transitions
    .filter(({ from, outcome }) => outcome === 'intent:opt_out' && reachable.has(from))
    .map(({ to }) => to);
  // What follows without another message of the customer belongs to the opting out.
  const followed = reachableFrom([...ruled, ...drawn], states, ({ behaviour }) => behaviour.waits);
  const withdraws = [...followed].some((id) => states.get(id)?.state.consent?.status === 'withdrawn');
  if (withdraws) return [];
  return [
    {
      place: {},
      message: 'A customer who wants no more messages is not heard: nothing for "opt_out" takes the consent back.',
      fix: 'Add a flow-wide rule for "opt_out" that goes to a state whose consent is "withdrawn".',
    },
  ];
}

function withoutEnd({ states, reachable }: CheckedFlow): Finding[] {
  if ([...reachable].some((id) => states.get(id)?.state.type === 'end')) return [];
  return [
    {
      place: {},
      severity: 'warning',
      message: 'The conversation can never end: no end state can be reached.',
      fix: 'Add an end state and connect it.',
    },
  ];
}
