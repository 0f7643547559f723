import type { Flow } from '../../schema/flow';
import type { CheckRule } from '../check-rule';

/** A flow does not come to call itself, neither directly nor through the flows that it calls. */
export const subflowRecursive: CheckRule = {
  code: 'subflow.recursive',
  severity: 'error',
  find: ({ flow, options: { knownFlows = {} } }) =>
    flow.states.flatMap((state) => {
      if (state.type !== 'subflow') return [];
      const way = wayTo(flow.id, state.data.flowId, knownFlows);
      if (way === null) return [];
      return [
        {
          place: { state: state.id, path: 'flowId' },
          message: `This flow calls itself: ${[flow.id, ...way].join(' → ')}.`,
          fix: 'Go back to a state of this flow by a transition instead.',
        },
      ];
    }),
};

/** The flows from `from` to `wanted`, both included, or null when there is no way. */
function wayTo(wanted: string, from: string, knownFlows: Readonly<Record<string, Flow>>): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  for (const id of cameFrom.keys()) {
    if (id === wanted) return wayBack(id, cameFrom);
    const flow = Object.hasOwn(knownFlows, id) ? knownFlows[id] : undefined;
    for (const state of flow?.states ?? []) {
      if (state.type === 'subflow' && !cameFrom.has(state.data.flowId)) cameFrom.set(state.data.flowId, id);
    }
  }
  return null;
}

function wayBack(last: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = [];
  for (let at: string | null = last; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}
