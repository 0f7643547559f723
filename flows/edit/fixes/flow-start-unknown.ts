import { nearestName } from '../../check/known-names';
import type { Flow } from '../../schema/flow';
import { boldFix, type FixRule } from './fix';

/** The flow begins at a state that exists: the one that was meant, or one that is chosen. */
export const flowStartUnknown: FixRule = {
  code: 'flow.start_unknown',
  fixes: (_, flow) => {
    const ids = flow.states.map(({ id }) => id);
    const meant = nearestName(flow.start, ids) ?? ids[0];
    return [
      ...(meant === undefined ? [] : [boldFix('nearest', `Start at “${meant}”`, (now) => startAt(now, meant))]),
      { kind: 'chooseState', id: 'choose', label: 'Start at…', change: startAt },
    ];
  },
};

function startAt(flow: Flow, start: string): Flow {
  return flow.states.some(({ id }) => id === start) ? { ...flow, start } : flow;
}
