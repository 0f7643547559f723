import type { CanvasGroup, Flow, FlowState } from '@/flows/schema/flow';
import { sizeOfState } from './card-size';

export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

const MARGIN = 28;
const HEADER = 44;

/** The states that are hidden in a collapsed group, with that group's id. */
export function collapsedGroups(flow: Flow): ReadonlyMap<string, string> {
  return new Map(
    flow.groups
      .filter(({ isCollapsed }) => isCollapsed)
      .flatMap(({ id, states }) => states.map((state) => [state, id])),
  );
}

/** The frame around a group's states; null for a group without any. */
export function boxOf(flow: Flow, group: CanvasGroup): Box | null {
  const states = group.states.flatMap((id) => stateOf(flow, id) ?? []);
  if (states.length === 0) return null;
  const boxes = states.map((state) => ({ ...state.position, ...sizeOfState(flow, state) }));
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN - HEADER;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const indexes = new WeakMap<readonly FlowState[], ReadonlyMap<string, FlowState>>();

/** A state by its id, looked up in an index that is made once for each list of states. */
export function stateOf(flow: Flow, id: string): FlowState | undefined {
  const index = indexes.get(flow.states) ?? new Map(flow.states.map((state) => [state.id, state]));
  indexes.set(flow.states, index);
  return index.get(id);
}
