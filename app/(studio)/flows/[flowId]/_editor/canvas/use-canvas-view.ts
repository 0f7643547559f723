'use client';

import { type FitViewOptions, type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { BACK, type Flow } from '@/flows/schema/flow';
import { useEditor, useEditorStore } from '../editor-context';
import type { Selection } from '../selection';
import { useCanvasHandle } from './canvas-handle';
import { type CanvasNode, groupNodeId, type TransitionEdge } from './flow-to-canvas';
import { collapsedGroups } from './group-box';

type Point = Readonly<{ x: number; y: number }>;

const oneState = { padding: 0.3, maxZoom: 0.85 };
const wholeView = { padding: 0.06, maxZoom: 1 };
const FLIGHT_MS = 350;
const RESIZED_MS = 120;

/** Where the canvas looks: it begins at the start, and flies to what other panels select or light up. */
export function useCanvasView(chosenHere: RefObject<Selection | null>) {
  const store = useEditorStore();
  const canvas = useReactFlow<CanvasNode, TransitionEdge>();
  const handle = useCanvasHandle();
  const pointer = useRef<Point | null>(null);
  const frame = useRef<HTMLElement | null>(null);
  const focus = useEditor((state) => state.focus);
  const selection = useEditor((state) => state.selection);
  const current = useEditor((state) => state.lit.current);
  const [begin] = useState<FitViewOptions<CanvasNode>>(() => {
    const { flow } = store.getState();
    return { ...oneState, nodes: [{ id: shownAs(flow, flow.start) }] };
  });

  const flyTo = useCallback(
    (ids: readonly string[]) => {
      if (ids.length === 0) return;
      const { flow } = store.getState();
      const nodes = ids.map((id) => ({ id: shownAs(flow, id) }));
      void canvas.fitView({ ...oneState, nodes, duration: isStill() ? 0 : FLIGHT_MS });
    },
    [store, canvas],
  );
  useEffect(() => {
    if (focus?.place.state !== undefined) flyTo([focus.place.state]);
  }, [focus, flyTo]);
  useEffect(() => {
    if (selection !== chosenHere.current) flyTo(statesOf(store.getState().flow, selection));
  }, [selection, chosenHere, store, flyTo]);
  useEffect(() => {
    if (current !== null) flyTo([current]);
  }, [current, flyTo]);

  const hasPanel = useEditor((state) => state.panel !== null);
  useEffect(() => {
    if (!hasPanel) return;
    // The panel takes room: what was chosen may be behind it, once the canvas has its new size.
    const timer = setTimeout(() => flyTo(statesOf(store.getState().flow, store.getState().selection)), RESIZED_MS);
    return () => clearTimeout(timer);
  }, [hasPanel, store, flyTo]);

  const onInit = useCallback(
    (created: ReactFlowInstance<CanvasNode, TransitionEdge>) => {
      const middle = (): Point => {
        const box = frame.current?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
      };
      handle.current = {
        fit: () => void created.fitView({ ...wholeView, duration: isStill() ? 0 : FLIGHT_MS }),
        zoom: (how) => {
          if (how === 'in') void created.zoomIn();
          if (how === 'out') void created.zoomOut();
          if (how === 'full') void created.zoomTo(1);
        },
        flyTo,
        place: () => created.screenToFlowPosition(pointer.current ?? middle()),
      };
    },
    [handle, flyTo],
  );
  const watchPointer = useCallback((event: PointerEvent<HTMLElement>) => {
    frame.current = event.currentTarget;
    pointer.current = { x: event.clientX, y: event.clientY };
  }, []);

  return { begin, toCanvas: canvas.screenToFlowPosition, watchPointer, onInit };
}

/** The states that are selected, or those at both ends of the selected transition. */
function statesOf(flow: Flow, { states, transition }: Selection): readonly string[] {
  const way = flow.transitions.find(({ id }) => id === transition);
  return way ? [way.from, way.to].filter((id) => id !== BACK) : states;
}

/** The node that shows a state: its own card, or the card of its collapsed group. */
function shownAs(flow: Flow, stateId: string): string {
  const group = collapsedGroups(flow).get(stateId);
  return group === undefined ? stateId : groupNodeId(group);
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
