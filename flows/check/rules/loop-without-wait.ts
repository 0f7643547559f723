import { BACK } from '../../schema/flow';
import type { CheckRule, Finding } from '../check-rule';
import type { CheckedFlow } from '../checked-flow';
import { shortestCycle, stronglyConnected } from '../cycles';
import { passingEdges } from '../passing-edges';

/**
 * No circle goes through states that never wait: the engine would stop it in the middle of a turn. A circle that goes
 * round whatever the values are is an error; one that depends on conditions, or on a called flow, is a warning.
 */
export const loopWithoutWait: CheckRule = {
  code: 'loop.without_wait',
  severity: 'error',
  find: (flow) => {
    const edges = passingEdges(flow);
    const certain = circlesAmong(edges.certain);
    const inCertain = new Set(certain.flat());
    const others = circlesAmong(edges.possible).filter((circle) => !circle.some((id) => inCertain.has(id)));
    return [
      ...certain.map((circle) => finding(circle, flow, 'error')),
      ...others.map((circle) => finding(circle, flow, 'warning')),
    ];
  },
};

/** One circle of each group of states that go round among themselves. */
function circlesAmong(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  return stronglyConnected(edges).flatMap((group) => {
    const circle = shortestCycle(group, edges);
    return circle ? [circle.filter((id) => id !== BACK)] : [];
  });
}

function finding(circle: readonly string[], { flow }: CheckedFlow, severity: 'error' | 'warning'): Finding {
  const members = new Set(circle);
  const start = flow.states.find(({ id }) => members.has(id))?.id ?? '';
  const at = circle.indexOf(start);
  const turned = [...circle.slice(at), ...circle.slice(0, at)];
  const way = [...turned, start].map((id) => `"${id}"`).join(' → ');
  const when = severity === 'error' ? 'goes round without ever waiting' : 'can go round without waiting';
  return {
    place: { state: start },
    severity,
    message: `The conversation ${when}: ${way}.`,
    fix: 'Put a state that waits for the customer into the circle, or lead one of the transitions out of it.',
  };
}
