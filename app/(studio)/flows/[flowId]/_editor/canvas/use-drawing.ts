'use client';

import type { NodeChange, NodeSelectionChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useEditor, useEditorStore } from '../editor-context';
import { noSelection, type Selection } from '../selection';
import { type CanvasNode, createCanvasReader, groupNodeId, noteNodeId, type TransitionEdge } from './flow-to-canvas';
import { type HelperLines, snapToOthers } from './helper-lines';
import { commitMoves, type Move, type Moving, movedNodes } from './moving';

const nothingMoves: Moving = new Map();
const noLines: HelperLines = { x: null, y: null };

/**
 * The flow as nodes and edges, and what React Flow reports back as edits and selection. A drag is one edit, made when it
 * ends; until then only what is dragged is drawn elsewhere.
 */
export function useDrawing() {
  const store = useEditorStore();
  const flow = useEditor((state) => state.flow);
  const language = useEditor((state) => state.language);
  const selection = useEditor((state) => state.selection);
  const [moving, setMoving] = useState(nothingMoves);
  const [lines, setLines] = useState(noLines);
  const [read] = useState(createCanvasReader);
  /** Chosen on the canvas itself: what one has clicked is in view already and must not jump. */
  const chosenHere = useRef<Selection | null>(null);
  const drawn = useMemo(() => read(flow, { language, selection }), [read, flow, language, selection]);
  const latest = useRef(drawn);
  latest.current = drawn;
  const nodes = useMemo(() => placed(drawn.nodes, moving), [drawn, moving]);
  const edges = useMemo(() => [...drawn.edges], [drawn.edges]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const before = store.getState().selection;
      const after = selectedAfter(
        before,
        changes.filter((change) => change.type === 'select'),
      );
      if (after !== before) {
        store.getState().select(after);
        chosenHere.current = store.getState().selection;
      }
      const moves = changes.flatMap(asMove);
      if (moves.length === 0) return;
      const { flow: now } = store.getState();
      if (moves.every(({ isDragging }) => !isDragging)) {
        setMoving(nothingMoves);
        setLines(noLines);
        commitMoves(store, movedNodes(now, latest.current.nodes, moves));
        return;
      }
      const snapped = snap(moves, latest.current.nodes);
      setLines(snapped.lines);
      setMoving(movedNodes(now, latest.current.nodes, snapped.moves));
    },
    [store],
  );

  const onEdgeClick = useCallback(
    (_: unknown, { id }: TransitionEdge) => {
      store.getState().select({ ...noSelection, transition: id });
      chosenHere.current = store.getState().selection;
    },
    [store],
  );
  const onPaneClick = useCallback(() => store.getState().select(noSelection), [store]);

  return { nodes, edges, lines, onNodesChange, onEdgeClick, onPaneClick, chosenHere };
}

function placed(nodes: readonly CanvasNode[], moving: Moving): CanvasNode[] {
  if (moving.size === 0) return [...nodes];
  return nodes.map((node) => {
    const position = moving.get(node.id);
    return position ? { ...node, position } : node;
  });
}

function asMove(change: NodeChange<CanvasNode>): Move[] {
  if (change.type !== 'position' || change.position === undefined) return [];
  return [{ id: change.id, position: change.position, isDragging: change.dragging === true }];
}

/** One card alone lines up with the others; several keep their distances. */
function snap(moves: readonly Move[], nodes: readonly CanvasNode[]): { moves: readonly Move[]; lines: HelperLines } {
  const [only, second] = moves;
  const node = nodes.find(({ id }) => id === only?.id);
  if (!only || second || node?.type !== 'state') return { moves, lines: noLines };
  const others = nodes.filter(({ id, type }) => id !== only.id && type === 'state').map(boxOf);
  const { position, lines } = snapToOthers({ ...boxOf(node), ...only.position }, others);
  return { moves: [{ ...only, position }], lines };
}

function boxOf({ position, width = 0, height = 0 }: CanvasNode) {
  return { ...position, width, height };
}

const NOTE = noteNodeId('');
const GROUP = groupNodeId('');

function selectedAfter(before: Selection, changes: readonly NodeSelectionChange[]): Selection {
  if (changes.length === 0) return before;
  const chosen = { states: new Set(before.states), notes: new Set(before.notes), groups: new Set(before.groups) };
  for (const { id, selected } of changes) {
    const [ids, own] = id.startsWith(NOTE)
      ? [chosen.notes, id.slice(NOTE.length)]
      : id.startsWith(GROUP)
        ? [chosen.groups, id.slice(GROUP.length)]
        : [chosen.states, id];
    if (selected) ids.add(own);
    else ids.delete(own);
  }
  const isAny = chosen.states.size + chosen.notes.size + chosen.groups.size > 0;
  return {
    states: [...chosen.states],
    notes: [...chosen.notes],
    groups: [...chosen.groups],
    transition: isAny ? null : before.transition,
    rule: isAny ? null : before.rule,
  };
}
