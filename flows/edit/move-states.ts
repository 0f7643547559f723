import type { Flow } from '../schema/flow';

export type Positions = ReadonlyMap<string, Readonly<{ x: number; y: number }>>;

/** Puts states elsewhere on the canvas. When all are there already, the flow itself is returned. */
export function moveStates(flow: Flow, positions: Positions): Flow {
  const states = moved(flow.states, positions);
  return states === flow.states ? flow : { ...flow, states };
}

/** Puts notes elsewhere on the canvas. When all are there already, the flow itself is returned. */
export function moveNotes(flow: Flow, positions: Positions): Flow {
  const notes = moved(flow.notes, positions);
  return notes === flow.notes ? flow : { ...flow, notes };
}

type Placed = Readonly<{ id: string; position: Readonly<{ x: number; y: number }> }>;

function moved<T extends Placed>(items: T[], positions: Positions): T[] {
  let isMoved = false;
  const all = items.map((item) => {
    const { x, y } = positions.get(item.id) ?? item.position;
    if (x === item.position.x && y === item.position.y) return item;
    if (!Number.isFinite(x) || !Number.isFinite(y)) return item;
    isMoved = true;
    return { ...item, position: { x, y } };
  });
  return isMoved ? all : items;
}
