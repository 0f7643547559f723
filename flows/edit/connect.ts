import { BACK, type Flow, flowLimits, transition } from '../schema/flow';
import { freeTransitionId } from './free-name';
import { sameJson } from './same-json';

type Connection = Readonly<{ from: string; outcome: string; to: string; condition?: string; remember?: boolean }>;

/**
 * Leads an outcome to a state, or back. An outcome has one way without a condition: connecting it again leads it
 * elsewhere; a way with a condition comes before it. States that do not exist can't be connected: the flow is returned.
 */
export function connect(flow: Flow, connection: Connection): Flow {
  const { from, outcome, to, condition } = connection;
  const ids = new Set(flow.states.map(({ id }) => id));
  if (!ids.has(from) || (to !== BACK && !ids.has(to))) return flow;
  const open = flow.transitions.find((way) => way.from === from && way.outcome === outcome && !way.condition);
  if (open && !condition) {
    const led = transition.safeParse({ ...open, ...connection });
    if (!led.success || sameJson(led.data, open)) return flow;
    return { ...flow, transitions: flow.transitions.map((way) => (way === open ? led.data : way)) };
  }
  if (flow.transitions.length >= flowLimits.transitions) return flow;
  const taken = flow.transitions.map(({ id }) => id);
  const made = transition.safeParse({ ...connection, id: freeTransitionId(from, outcome, taken) });
  if (!made.success) return flow;
  const at = open ? flow.transitions.indexOf(open) : flow.transitions.length;
  return { ...flow, transitions: [...flow.transitions.slice(0, at), made.data, ...flow.transitions.slice(at)] };
}
