'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { useTRPC } from '../../../_trpc/trpc';
import { useEditorStore } from './editor-context';

const FOLLOW_MS = 1_000;

/** Lights where the simulated contact of `?contact=` is in this flow, kept up to date. Says its name, or null without one. */
export function useTrail(): string | null {
  const trpc = useTRPC();
  const store = useEditorStore();
  const contactId = useSearchParams().get('contact');
  const { data } = useQuery({
    ...trpc.simulator.trail.queryOptions({ contactId: contactId ?? '' }),
    enabled: contactId !== null,
    refetchInterval: FOLLOW_MS,
  });
  const trail = data?.flowId === store.getState().flowId ? data.trail : undefined;
  useEffect(() => {
    if (!trail) return;
    const { current, visited, transitions } = trail;
    store.getState().light({ current, visited: new Set(visited), taken: new Set(transitions) });
  }, [store, trail]);
  return trail && data ? data.contactName : null;
}
