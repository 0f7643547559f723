'use client';

import type { Connection, FinalConnectionState } from '@xyflow/react';
import { useMemo } from 'react';
import { words } from '@/app/_words/en';
import { reroute } from '@/flows/edit/reroute';
import { connectOutcome } from '../commands/acts';
import { useEditorStore } from '../editor-context';
import type { MenuRequest } from './canvas-menu';
import { MORE, type TransitionEdge } from './flow-to-canvas';

/**
 * What drawing a line does: from an outcome to a state connects them, to empty canvas asks for a state, from the port for
 * unused outcomes asks which one; dragging an end of a line leads the transition elsewhere.
 */
export function useConnecting(open: (request: MenuRequest) => void) {
  const store = useEditorStore();
  return useMemo(
    () => ({
      isValidConnection: ({ targetHandle }: Connection | TransitionEdge) => targetHandle === 'in',
      onConnect: ({ source, sourceHandle, target }: Connection) => {
        if (sourceHandle !== null && sourceHandle !== MORE) connectOutcome(store, source, sourceHandle, target);
      },
      onConnectEnd: (event: MouseEvent | TouchEvent, { fromNode, fromHandle, toNode }: FinalConnectionState) => {
        const at = pointOf(event);
        const outcome = fromHandle?.id;
        if (fromNode === null || !outcome || fromHandle?.type !== 'source') return;
        if (outcome === MORE) open({ type: 'choose', from: fromNode.id, to: toNode?.id ?? null, at });
        else if (toNode === null) open({ type: 'lead', from: fromNode.id, outcome, at });
      },
      onReconnect: (edge: TransitionEdge, { source, sourceHandle, target }: Connection) => {
        if (sourceHandle === null || sourceHandle === MORE) return;
        store
          .getState()
          .edit(words.editor.commands.edits.reroute, (flow) =>
            reroute(flow, edge.id, { to: target, from: { state: source, outcome: sourceHandle } }),
          );
      },
    }),
    [store, open],
  );
}

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const { clientX: x, clientY: y } =
    'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
  return { x, y };
}
