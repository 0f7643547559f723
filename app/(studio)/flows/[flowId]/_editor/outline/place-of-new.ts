import type { Flow } from '@/flows/schema/flow';
import type { MenuRequest } from '../canvas/canvas-menu';
import { sizeOfState } from '../canvas/card-size';
import { stateOf } from '../canvas/group-box';

type Point = Readonly<{ x: number; y: number }>;

const GAP = 120;
const STEP = 60;
/** As high as most cards, in pixels. */
const ROW = 360;

/** Where a new state stands: right of the state whose outcome leads to it, below those that are there; else where the canvas looks. */
export function placeOfNew(flow: Flow, request: MenuRequest, seen: Point | undefined): Point {
  const from = request.type === 'lead' || request.type === 'choose' ? stateOf(flow, request.from) : undefined;
  if (!from) return seen ?? belowAll(flow);
  const x = from.position.x + sizeOfState(flow, from).width + GAP;
  let { y } = from.position;
  while (flow.states.some(({ position }) => Math.abs(position.x - x) < GAP && Math.abs(position.y - y) < STEP))
    y += STEP;
  return { x, y };
}

function belowAll({ states }: Flow): Point {
  const left = Math.min(...states.map(({ position }) => position.x));
  const bottom = Math.max(...states.map(({ position }) => position.y));
  return { x: left, y: bottom + ROW };
}
