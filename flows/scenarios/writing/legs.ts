import { firstWords, type Move, type MoveContext, movesFor } from './moves';
import { type Edge, isDriven, type Route } from './routes';

/** A stretch of a route that one move takes: out of a state that waits, and on through those that wait for nobody. */
export type Leg = Readonly<{ edges: readonly Edge[]; moves: readonly Move[] }>;

/** What has to happen one after the other. A route that begins where nobody is waited for begins with the first words. */
export function legsOf(route: Route, context: MoveContext): readonly Leg[] {
  const legs: { edges: Edge[]; moves: readonly Move[] }[] = [];
  for (const edge of route) {
    const last = legs.at(-1);
    if (isDriven(edge, context.flow)) legs.push({ edges: [edge], moves: movesFor(edge, context) });
    else if (last) last.edges.push(edge);
    else legs.push({ edges: [edge], moves: firstWords(context) });
  }
  return legs;
}
