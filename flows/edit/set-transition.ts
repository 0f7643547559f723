import { type Flow, transition } from '../schema/flow';
import { inTurn } from './transition-order';

/** An empty condition is none; what is absent stays as it is. */
export type TransitionChange = Readonly<{ condition?: string; remember?: boolean }>;

/**
 * Changes when a transition is taken and whether it remembers where it came from. A way that has got a condition goes
 * before the one without, and one that has lost it behind those with. What the schema refuses returns the flow itself.
 */
export function setTransition(flow: Flow, id: string, change: TransitionChange): Flow {
  const way = flow.transitions.find((other) => other.id === id);
  if (!way) return flow;
  const { condition: was, remember: did, ...rest } = way;
  const condition = change.condition ?? was;
  const remember = change.remember ?? did;
  const changed = transition.safeParse({
    ...rest,
    ...(condition?.trim() ? { condition } : {}),
    ...(remember ? { remember } : {}),
  }).data;
  if (!changed || (changed.condition === was && Boolean(remember) === Boolean(did))) return flow;
  const transitions = flow.transitions.map((other) => (other === way ? changed : other));
  const isOrderKept = Boolean(changed.condition) === Boolean(was?.trim());
  return { ...flow, transitions: isOrderKept ? transitions : inTurn(transitions, changed) };
}
