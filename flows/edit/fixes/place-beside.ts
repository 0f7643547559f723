import type { Flow } from '../../schema/flow';

/** A free place on the canvas: right of everything, in the middle of its height. */
export function placeBeside(flow: Flow): Readonly<{ x: number; y: number }> {
  const xs = flow.states.map(({ position }) => position.x);
  const ys = flow.states.map(({ position }) => position.y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return { x: Math.max(...xs) + COLUMN, y: Math.round((top + bottom) / 2) };
}

/** As far as columns of the automatic layout are apart, in pixels. */
const COLUMN = 400;
