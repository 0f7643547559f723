import { compileFlow } from '../../engine/compile-flow';
import type { Flow, FlowRule, Transition } from '../../schema/flow';

/** One way from a state to the next: a transition, or a flow-wide rule that leads somewhere. */
export type Edge =
  | Readonly<{ type: 'transition'; from: string; transition: Transition }>
  | Readonly<{ type: 'rule'; from: string; rule: FlowRule }>;

/** Ways in a row that end in one transition. The first state is where a scenario begins. */
export type Route = readonly [Edge, ...Edge[]];

const MOST_ROUTES = 12;
const MOST_LOOKED_AT = 400;
/** States that stand for "any state" where a rule leads from. */
const MOST_RULE_STARTS = 3;

export type RoutesTo = (target: Transition) => readonly Route[];

/**
 * Finds routes that end in a transition and begin where a customer is waited for, those first in which the customer has
 * least to say; last, where that is somewhere else, one that begins in the transition's own state.
 */
export function routesOf(flow: Flow): RoutesTo {
  const incoming = incomingEdges(flow);
  const effort = (route: Route): number => route.filter((edge) => isDriven(edge, flow)).length;
  return (target) => {
    const found = routesBackFrom(target, incoming);
    const asked = found
      .filter(([first]) => isDriven(first, flow))
      .toSorted((one, other) => effort(one) - effort(other));
    const [direct] = found;
    return [...asked.slice(0, MOST_ROUTES), ...(direct && !isDriven(direct[0], flow) ? [direct] : [])];
  };
}

/** Whether somebody must do something there. A called flow waits inside, and its state waits for it to come back. */
export function isDriven({ from }: Edge, flow: Flow): boolean {
  const behaviour = compileFlow(flow).states.get(from)?.behaviour;
  return behaviour !== undefined && (behaviour.waits || behaviour.type === 'subflow');
}

/** The shortest first, in no circles. */
function routesBackFrom(target: Transition, incoming: ReadonlyMap<string, readonly Edge[]>): readonly Route[] {
  const found: Route[] = [[{ type: 'transition', from: target.from, transition: target }]];
  for (let looked = 0; looked < found.length && found.length < MOST_LOOKED_AT; looked += 1) {
    const route = found[looked];
    if (!route) break;
    const known = new Set(route.map(({ from }) => from));
    for (const edge of incoming.get(route[0].from) ?? []) {
      if (!known.has(edge.from)) found.push([edge, ...route]);
    }
  }
  return found;
}

/** By state: what leads there. A way back leads to no state that could be named. */
function incomingEdges(flow: Flow): ReadonlyMap<string, readonly Edge[]> {
  const incoming = new Map<string, Edge[]>();
  const add = (to: string, edge: Edge): void => {
    const edges = incoming.get(to) ?? [];
    edges.push(edge);
    incoming.set(to, edges);
  };
  for (const transition of flow.transitions) {
    add(transition.to, { type: 'transition', from: transition.from, transition });
  }
  const { states } = compileFlow(flow);
  const resting = flow.states.map(({ id }) => id).filter((id) => states.get(id)?.behaviour.waits);
  for (const rule of flow.rules) {
    if (rule.action.type !== 'goTo') continue;
    const { to } = rule.action;
    const starts = resting.filter((state) => state !== to && !rule.except.includes(state)).slice(0, MOST_RULE_STARTS);
    for (const from of starts) add(to, { type: 'rule', from, rule });
  }
  return incoming;
}
