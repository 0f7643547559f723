import type { CheckRule } from '../check-rule';
import { type CheckedFlow, prepareFlow, reachableFrom, startsOf } from '../checked-flow';

/** Whoever wants a person can get to one: a handover is reachable, here or in a flow that is called. */
export const flowNoHuman: CheckRule = {
  code: 'flow.no_human',
  severity: 'warning',
  find: (flow) =>
    leadsToHuman(flow, new Set())
      ? []
      : [
          {
            place: {},
            message: 'A customer can never get to a person: no handover can be reached.',
            fix: 'Add a handover state, and a flow-wide rule for "talk_to_human" that goes there.',
          },
        ],
};

function leadsToHuman(checked: CheckedFlow, seen: Set<string>): boolean {
  seen.add(checked.flow.id);
  for (const id of reachableFrom(startsOf(checked.flow), checked.states)) {
    const state = checked.states.get(id)?.state;
    if (state?.type === 'handover') return true;
    if (state?.type !== 'subflow') continue;
    const called = checked.options.knownFlows?.[state.data.flowId];
    if (called && !seen.has(called.id) && leadsToHuman(prepareFlow(called, checked.options), seen)) return true;
  }
  return false;
}
