'use client';

import {
  Background,
  BackgroundVariant,
  Controls,
  MiniMap,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useTheme } from 'next-themes';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import './canvas.css';
import { flowToCanvas, type NoteNode, type StateNode, type Trail, type TransitionEdge } from './flow-to-canvas';
import { Note } from './Note';
import { StateCard } from './StateCard';
import { TransitionLine } from './TransitionLine';

type Props = {
  readonly flow: Flow;
  readonly language: string;
  readonly trail: Trail | null;
  readonly selected: string | null;
  readonly onSelect: (stateId: string | null) => void;
};

type Instance = ReactFlowInstance<StateNode | NoteNode, TransitionEdge>;

const nodeTypes = { state: StateCard, note: Note };
const edgeTypes = { transition: TransitionLine };
const wholeView = { padding: 0.06, maxZoom: 1 };
const oneState = { padding: 0.3, maxZoom: 0.72 };
const FLIGHT_MS = 350;

/** The drawing, to look at: pan, zoom, and choose a state to see its ways alone. Nothing can be moved or connected. */
export function FlowCanvas({ flow, language, trail, selected, onSelect }: Props): ReactElement {
  const { resolvedTheme } = useTheme();
  const instance = useRef<Instance>(null);
  const { nodes, edges } = useMemo(
    () => flowToCanvas(flow, { language, trail, selected }),
    [flow, language, trail, selected],
  );
  /** Chosen on the canvas itself: what one has clicked is in view already and must not jump. */
  const chosenHere = useRef<string | null>(null);
  const place = trail?.current ?? flow.start;
  useEffect(() => {
    const wanted = selected ?? place;
    if (wanted === chosenHere.current) return;
    void instance.current?.fitView({ ...oneState, nodes: [{ id: wanted }], duration: FLIGHT_MS });
  }, [selected, place]);
  const selectChanged = (changes: NodeChange<StateNode | NoteNode>[]): void => {
    const choices = changes.filter((change) => change.type === 'select');
    const chosen = choices.find((change) => change.selected)?.id ?? null;
    if (choices.length === 0 || (chosen === null && !choices.some(({ id }) => id === selected))) return;
    chosenHere.current = chosen ?? place;
    onSelect(chosen);
  };
  return (
    <section className="flow-canvas h-full" aria-label={words.canvas.label}>
      <ReactFlow<StateNode | NoteNode, TransitionEdge>
        nodes={[...nodes]}
        edges={[...edges]}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={resolvedTheme === 'dark' ? 'dark' : 'light'}
        onInit={(created) => {
          instance.current = created;
        }}
        onNodesChange={selectChanged}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable
        edgesFocusable={false}
        onlyRenderVisibleElements
        fitView
        fitViewOptions={{ ...oneState, nodes: [{ id: place }] }}
        minZoom={0.05}
        maxZoom={1.6}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
        <Controls showInteractive={false} fitViewOptions={wholeView} />
        <MiniMap
          pannable
          zoomable
          nodeClassName={(node) => (node.id === trail?.current ? 'is-current' : '')}
          className="max-md:hidden"
        />
      </ReactFlow>
    </section>
  );
}
