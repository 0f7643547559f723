import type { Box } from './group-box';

/** Where a dragged card lines up with others: the x of an upright line, the y of a level one (canvas pixels). */
export type HelperLines = Readonly<{ x: number | null; y: number | null }>;

export type Snapped = Readonly<{ position: Readonly<{ x: number; y: number }>; lines: HelperLines }>;

/** How near an edge or a middle must be to catch, in canvas pixels. */
const REACH = 7;

/** Moves a card onto the nearest line of edges and middles of the other cards, if one is in reach. */
export function snapToOthers(moved: Box, others: readonly Box[]): Snapped {
  const x = nearest(
    partsOf(moved.x, moved.width),
    others.flatMap((box) => partsOf(box.x, box.width)),
  );
  const y = nearest(
    partsOf(moved.y, moved.height),
    others.flatMap((box) => partsOf(box.y, box.height)),
  );
  return {
    position: { x: moved.x + (x?.shift ?? 0), y: moved.y + (y?.shift ?? 0) },
    lines: { x: x?.line ?? null, y: y?.line ?? null },
  };
}

function partsOf(start: number, length: number): number[] {
  return [start, start + length / 2, start + length];
}

function nearest(parts: readonly number[], lines: readonly number[]): { shift: number; line: number } | null {
  let best: { shift: number; line: number } | null = null;
  for (const line of lines) {
    for (const part of parts) {
      const shift = line - part;
      if (Math.abs(shift) <= REACH && (best === null || Math.abs(shift) < Math.abs(best.shift))) best = { shift, line };
    }
  }
  return best;
}
