'use client';

import {
  Background,
  BackgroundVariant,
  Controls,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useTheme } from 'next-themes';
import { type ReactElement, useMemo, useState, useSyncExternalStore } from 'react';
import { words } from '@/app/_words/en';
import { useEditor } from '../editor-context';
import { AddMenu } from './AddMenu';
import './canvas.css';
import { CanvasMenuContext, type MenuRequest } from './canvas-menu';
import { canvasSettings } from './canvas-settings';
import type { CanvasNode, TransitionEdge } from './flow-to-canvas';
import { GroupBox } from './GroupBox';
import { HelperLineDrawing } from './HelperLineDrawing';
import { NoteCard } from './NoteCard';
import { StateCard } from './StateCard';
import { TransitionLine } from './TransitionLine';
import { useCanvasView } from './use-canvas-view';
import { useConnecting } from './use-connecting';
import { useDrawing } from './use-drawing';

const nodeTypes = { state: StateCard, note: NoteCard, stateGroup: GroupBox };
const edgeTypes = { transition: TransitionLine };
const wholeView = { padding: 0.06, maxZoom: 1 };
const multiSelectKeys = ['Shift', 'Meta', 'Control'];
export const GRID = 20;
/** What a screen reader says of a card that has the focus. */
const spoken = { 'node.a11yDescription.default': words.editor.canvas.help };
const grid: [number, number] = [GRID, GRID];
/** With more cards than this the small map costs more than it shows, until it is asked for. */
const MOST_MAPPED = 800;

/** The drawing: states as cards, transitions as lines, everything of it made and moved here. */
export function FlowCanvas(): ReactElement {
  return (
    <ReactFlowProvider>
      <Drawing />
    </ReactFlowProvider>
  );
}

function Drawing(): ReactElement {
  const { resolvedTheme } = useTheme();
  const settings = useSyncExternalStore(canvasSettings.subscribe, canvasSettings.read, canvasSettings.readOnServer);
  const [request, setRequest] = useState<MenuRequest | null>(null);
  const menu = useMemo(() => ({ open: setRequest }), []);
  const { nodes, edges, lines, onNodesChange, onEdgeClick, onPaneClick, chosenHere } = useDrawing();
  const { begin, toCanvas, watchPointer, onInit } = useCanvasView(chosenHere);
  const connecting = useConnecting(setRequest);
  const hasMap = useEditor((state) => settings.hasMap ?? state.flow.states.length <= MOST_MAPPED);
  return (
    <CanvasMenuContext value={menu}>
      <section className="flow-canvas h-full" aria-label={words.editor.canvas.label} onPointerMove={watchPointer}>
        <ReactFlow<CanvasNode, TransitionEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          colorMode={resolvedTheme === 'dark' ? 'dark' : 'light'}
          ariaLabelConfig={spoken}
          onInit={onInit}
          onNodesChange={onNodesChange}
          onEdgeClick={onEdgeClick}
          onPaneClick={onPaneClick}
          {...connecting}
          snapToGrid={settings.snaps}
          snapGrid={grid}
          deleteKeyCode={null}
          multiSelectionKeyCode={multiSelectKeys}
          selectionMode={SelectionMode.Partial}
          zoomOnDoubleClick={false}
          elevateNodesOnSelect={false}
          nodesFocusable
          edgesFocusable={false}
          onlyRenderVisibleElements
          fitView
          fitViewOptions={begin}
          minZoom={0.05}
          maxZoom={1.6}
        >
          <Background variant={BackgroundVariant.Dots} gap={GRID} size={1.5} />
          <Controls showInteractive={false} fitViewOptions={wholeView} />
          {hasMap ? <MiniMap pannable zoomable className="max-md:hidden" /> : null}
          <HelperLineDrawing lines={lines} />
        </ReactFlow>
        {request ? (
          <AddMenu key={request.at.x} request={request} toCanvas={toCanvas} onClose={() => setRequest(null)} />
        ) : null}
      </section>
    </CanvasMenuContext>
  );
}
