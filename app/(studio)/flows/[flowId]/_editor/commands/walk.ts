import type { Flow } from '@/flows/schema/flow';
import { isDrawn, transitionsFrom } from '../canvas/outcome-rows';
import type { EditorStore } from '../editor-store';
import { noSelection } from '../selection';

type Direction = 'onwards' | 'backwards' | 'up' | 'down';

/** Selects the state beside the selected one: along a transition, or the nearest above or below it. */
export function walk(store: EditorStore, direction: Direction): void {
  const { flow, selection, select } = store.getState();
  const here = selection.states.at(-1);
  const next = here === undefined ? flow.start : neighbour(flow, here, direction);
  if (next !== undefined) select({ ...noSelection, states: [next] });
}

function neighbour(flow: Flow, here: string, direction: Direction): string | undefined {
  switch (direction) {
    case 'onwards':
      return transitionsFrom(flow, here).find(isDrawn)?.to;
    case 'backwards':
      return flow.transitions.find((way) => way.to === here && isDrawn(way))?.from;
    case 'up':
    case 'down':
      return nearest(flow, here, direction);
    default:
      return direction satisfies never;
  }
}

function nearest(flow: Flow, here: string, direction: 'up' | 'down'): string | undefined {
  const origin = flow.states.find(({ id }) => id === here)?.position;
  if (!origin) return undefined;
  const sign = direction === 'down' ? 1 : -1;
  const distance = ({ x, y }: typeof origin): number => Math.abs(y - origin.y) + 3 * Math.abs(x - origin.x);
  return flow.states
    .filter(({ position }) => sign * (position.y - origin.y) > 0)
    .sort((one, other) => distance(one.position) - distance(other.position))[0]?.id;
}
