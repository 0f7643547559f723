import type { Flow } from '../schema/flow';
import { moveStates } from './move-states';

/** Distances between states on the canvas, in pixels; a card is 280 wide. */
const COLUMN = 400;
const ROW = 220;

/** Lays the states out in columns by how many steps they are from where sessions come in, few lines crossing. */
export function arrange(flow: Flow): Flow {
  const successors = new Map<string, string[]>(flow.states.map(({ id }) => [id, []]));
  for (const { from, to } of flow.transitions) if (successors.has(to)) successors.get(from)?.push(to);
  const positions = new Map<string, { x: number; y: number }>();
  for (const [column, ids] of orderColumns(columnsOf(flow, successors), successors).entries()) {
    for (const [row, id] of ids.entries()) positions.set(id, { x: column * COLUMN, y: row * ROW });
  }
  return moveStates(flow, positions);
}

type Successors = ReadonlyMap<string, readonly string[]>;

/** The states by their distance from the start; those that nothing leads to come last. */
function columnsOf(flow: Flow, successors: Successors): string[][] {
  const ruled = flow.rules.flatMap(({ action }) => (action.type === 'goTo' ? [action.to] : []));
  const placed = new Set<string>();
  const columns: string[][] = [];
  for (const starts of [[flow.start], ruled, flow.states.map(({ id }) => id)]) {
    let column = starts.filter((id) => successors.has(id) && !placed.has(id));
    for (let depth = starts[0] === flow.start ? 0 : 1; column.length > 0; depth += 1) {
      const here = [...new Set(column)].filter((id) => !placed.has(id));
      for (const id of here) placed.add(id);
      columns[depth] = [...(columns[depth] ?? []), ...here];
      column = here.flatMap((id) => successors.get(id) ?? []).filter((id) => !placed.has(id));
    }
  }
  return columns.filter((column) => column.length > 0);
}

/** Each column in the order of the middle of what leads to it (the barycentre method, one sweep). */
function orderColumns(columns: readonly string[][], successors: Successors): string[][] {
  const ordered: string[][] = [];
  for (const column of columns) {
    const before = ordered.at(-1) ?? [];
    const rows = new Map(column.map((id, index) => [id, { sum: index, count: 1 }]));
    for (const [row, id] of before.entries()) {
      for (const target of new Set(successors.get(id))) {
        const known = rows.get(target);
        if (known) rows.set(target, { sum: known.sum + row, count: known.count + 1 });
      }
    }
    const middle = (id: string): number => {
      const { sum, count } = rows.get(id) ?? { sum: 0, count: 1 };
      return sum / count;
    };
    ordered.push([...column].sort((one, other) => middle(one) - middle(other)));
  }
  return ordered;
}
