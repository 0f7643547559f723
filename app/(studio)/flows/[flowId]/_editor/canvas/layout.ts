import type { ElkNode } from 'elkjs/lib/elk-api';
import ELK from 'elkjs/lib/elk-api';
import type { Positions } from '@/flows/edit/move-states';
import type { Flow } from '@/flows/schema/flow';
import { sizeOfState } from './card-size';
import { isDrawn, outcomesOf } from './outcome-rows';

/** An arrangement that takes longer is given up; everything then stays where it is. */
const MOST_MS = 20_000;

/**
 * Where an arrangement in layers puts states, the whole flow's or the chosen ones' (around where they are now). Computed in
 * a worker (ELK, layered). Rejects when it takes too long.
 */
export async function layoutStates(flow: Flow, ids: readonly string[]): Promise<Positions> {
  const elk = new ELK({ workerFactory: () => new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url)) });
  try {
    const chosen = new Set(ids.length > 0 ? ids : flow.states.map(({ id }) => id));
    const laidOut = await Promise.race([elk.layout(graphOf(flow, chosen)), timeOut()]);
    return positionsFrom(flow, laidOut, ids.length > 0);
  } finally {
    elk.terminateWorker();
  }
}

function timeOut(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The arrangement took too long.')), MOST_MS);
  });
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': '120',
  'elk.spacing.nodeNode': '48',
  'elk.layered.crossingMinimization.strategy': 'LAYER_SWEEP',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.separateConnectedComponents': 'true',
} as const;

function graphOf(flow: Flow, chosen: ReadonlySet<string>): ElkNode {
  const states = flow.states.filter(({ id }) => chosen.has(id));
  return {
    id: 'flow',
    layoutOptions: { ...options },
    children: states.map((state) => ({
      id: state.id,
      ...sizeOfState(flow, state),
      layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
      ports: outcomesOf(flow, state).map(({ id }, index) => ({
        id: portId(state.id, id),
        layoutOptions: { 'elk.port.side': 'EAST', 'elk.port.index': String(index) },
      })),
    })),
    edges: flow.transitions
      .filter((way) => isDrawn(way) && chosen.has(way.from) && chosen.has(way.to))
      .map(({ id, from, outcome, to }) => ({ id, sources: [portId(from, outcome)], targets: [to] })),
  };
}

function portId(state: string, outcome: string): string {
  return `${state}/${outcome}`;
}

function positionsFrom(flow: Flow, { children = [] }: ElkNode, isPart: boolean): Positions {
  const placed = children.map(({ id, x = 0, y = 0 }) => ({ id, x, y }));
  const [left, top] = isPart ? cornerOf(flow, new Set(placed.map(({ id }) => id))) : [0, 0];
  return new Map(placed.map(({ id, x, y }) => [id, { x: Math.round(x + left), y: Math.round(y + top) }]));
}

function cornerOf(flow: Flow, ids: ReadonlySet<string>): [number, number] {
  const positions = flow.states.filter(({ id }) => ids.has(id)).map(({ position }) => position);
  return [Math.min(...positions.map(({ x }) => x)), Math.min(...positions.map(({ y }) => y))];
}
