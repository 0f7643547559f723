import type { Flow, FlowState } from '../schema/flow';
import { moveStates } from './move-states';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Size = Readonly<{ width: number; height: number }>;
/** How large a state is on the canvas, in pixels. */
export type SizeOf = (stateId: string) => Size;

type Box = Readonly<{ id: string; x: number; y: number }> & Size;

/** Puts the edges or the middles of states on one line; fewer than two states stay where they are. */
export function alignStates(flow: Flow, ids: readonly string[], how: Alignment, sizeOf: SizeOf): Flow {
  const boxes = boxesOf(flow, ids, sizeOf);
  if (boxes.length < 2) return flow;
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const aligned = {
    left: (box: Box) => ({ ...at(box), x: left }),
    centre: (box: Box) => ({ ...at(box), x: Math.round((left + right - box.width) / 2) }),
    right: (box: Box) => ({ ...at(box), x: right - box.width }),
    top: (box: Box) => ({ ...at(box), y: top }),
    middle: (box: Box) => ({ ...at(box), y: Math.round((top + bottom - box.height) / 2) }),
    bottom: (box: Box) => ({ ...at(box), y: bottom - box.height }),
  } as const satisfies Record<Alignment, (box: Box) => FlowState['position']>;
  return moveStates(flow, new Map(boxes.map((box) => [box.id, aligned[how](box)])));
}

/** Makes the gaps between states equal; the outermost two stay. Fewer than three states stay where they are. */
export function distributeStates(
  flow: Flow,
  ids: readonly string[],
  how: 'horizontally' | 'vertically',
  sizeOf: SizeOf,
): Flow {
  const [axis, length] = how === 'horizontally' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const boxes = boxesOf(flow, ids, sizeOf).sort((one, other) => one[axis] - other[axis]);
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last || boxes.length < 3) return flow;
  const taken = boxes.reduce((sum, box) => sum + box[length], 0);
  const gap = (last[axis] + last[length] - first[axis] - taken) / (boxes.length - 1);
  let next = first[axis];
  const positions = boxes.map((box): [string, FlowState['position']] => {
    const start = Math.round(next);
    next += box[length] + gap;
    return [box.id, { ...at(box), [axis]: start }];
  });
  return moveStates(flow, new Map(positions));
}

function boxesOf(flow: Flow, ids: readonly string[], sizeOf: SizeOf): Box[] {
  const chosen = new Set(ids);
  return flow.states.filter(({ id }) => chosen.has(id)).map(({ id, position }) => ({ id, ...position, ...sizeOf(id) }));
}

function at({ x, y }: Box): FlowState['position'] {
  return { x, y };
}
