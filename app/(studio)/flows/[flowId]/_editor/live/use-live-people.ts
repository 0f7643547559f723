'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../../../../_trpc/trpc';
import { useEditorStore } from '../editor-context';

const REFRESH_MS = 15_000;

/** Keeps the editor's count of people in live sessions up to date, while the page is looked at. */
export function useLivePeople(): void {
  const trpc = useTRPC();
  const store = useEditorStore();
  const { flowId } = store.getState();
  const { data } = useQuery({
    ...trpc.versions.people.queryOptions({ flowId }),
    refetchInterval: REFRESH_MS,
    refetchIntervalInBackground: false,
  });
  useEffect(() => {
    if (!data) return;
    const people = new Map<string, number>();
    for (const { state, people: count } of data.states) people.set(state, (people.get(state) ?? 0) + count);
    store.getState().setPeople(people);
  }, [store, data]);
}
