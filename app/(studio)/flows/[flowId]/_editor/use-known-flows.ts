'use client';

import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useTRPC } from '../../../_trpc/trpc';
import { useEditor, useEditorStore } from './editor-context';

/** Reads the published flows that the draft calls, for the checks and for trying it. */
export function useKnownFlows(): void {
  const trpc = useTRPC();
  const store = useEditorStore();
  const ids = useEditor(
    useShallow(({ flow }) => [
      ...new Set(flow.states.flatMap((state) => (state.type === 'subflow' ? [state.data.flowId] : []))),
    ]),
  );
  const flows = useQueries({
    queries: ids.map((flowId) => trpc.flows.read.queryOptions({ flowId }, { retry: false })),
    combine: (results) => results.flatMap(({ data }) => (data ? [data.flow] : [])),
  });
  useEffect(() => {
    store.getState().setKnownFlows(Object.fromEntries(flows.map((flow) => [flow.id, flow])));
  }, [store, flows]);
}
