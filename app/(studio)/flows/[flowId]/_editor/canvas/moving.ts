import type { Flow } from '@/flows/schema/flow';
import { moveTo } from '../commands/acts';
import type { EditorStore } from '../editor-store';
import { type CanvasNode, groupNodeId, noteNodeId } from './flow-to-canvas';

type Point = Readonly<{ x: number; y: number }>;

/** Where nodes of the canvas are being dragged to, by their node ids. */
export type Moving = ReadonlyMap<string, Point>;
export type Move = Readonly<{ id: string; position: Point; isDragging: boolean }>;

const NOTE = noteNodeId('');
const GROUP = groupNodeId('');

/** The moved nodes, and with a group the states in it. */
export function movedNodes(flow: Flow, nodes: readonly CanvasNode[], moves: readonly Move[]): Moving {
  const moved = new Map<string, Point>(moves.map(({ id, position }) => [id, position]));
  for (const { id, position } of moves) {
    const group = id.startsWith(GROUP) ? flow.groups.find((one) => groupNodeId(one.id) === id) : undefined;
    const frame = nodes.find((node) => node.id === id);
    if (!group || !frame) continue;
    const shift = { x: position.x - frame.position.x, y: position.y - frame.position.y };
    const members = new Set(group.states);
    for (const state of flow.states) {
      if (!members.has(state.id) || moved.has(state.id)) continue;
      moved.set(state.id, { x: state.position.x + shift.x, y: state.position.y + shift.y });
    }
  }
  return moved;
}

/** Writes into the draft where nodes were let go. */
export function commitMoves(store: EditorStore, moving: Moving): void {
  const notes = [...moving].filter(([id]) => id.startsWith(NOTE));
  const states = [...moving].filter(([id]) => !id.startsWith(NOTE) && !id.startsWith(GROUP));
  moveTo(store, new Map(states), new Map(notes.map(([id, position]) => [id.slice(NOTE.length), position])));
}
