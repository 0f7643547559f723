import { Controls, type Edge, MiniMap, type Node, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { type ReactElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

// React Flow with default nodes and nothing else: the floor that the editor is measured against.

const COLUMNS = 40;
const count = Number(new URLSearchParams(location.search).get('states'));
const nodes: Node[] = Array.from({ length: count }, (_, index) => ({
  id: String(index),
  position: { x: (index % COLUMNS) * 420, y: Math.floor(index / COLUMNS) * 260 },
  data: { label: `State ${index}` },
}));
const edges: Edge[] = nodes.flatMap(({ id }, index) =>
  [1, COLUMNS + 1].map((step) => ({ id: `${id}-${step}`, source: id, target: String((index + step) % count) })),
);

function Bare(): ReactElement {
  const [shownNodes, , onNodesChange] = useNodesState(nodes);
  const [shownEdges, , onEdgesChange] = useEdgesState(edges);
  const [text, setText] = useState('');
  return (
    <div style={{ position: 'fixed', inset: 0, display: 'flex' }}>
      <div style={{ flex: 1 }}>
        <ReactFlow
          nodes={shownNodes}
          edges={shownEdges}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onlyRenderVisibleElements
          minZoom={0.05}
        >
          <Controls />
          <MiniMap />
        </ReactFlow>
      </div>
      <textarea
        aria-label="Text"
        value={text}
        onChange={(event) => setText(event.target.value)}
        style={{ width: 430 }}
      />
    </div>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Bare />);
