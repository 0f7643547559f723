'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '../../../../_trpc/trpc';
import type { EditorStore } from '../editor-store';
import { openJournal, takeTabId } from './journal';
import { type DraftServer, Saver, type Stored } from './saver';

/** How often an open editor looks whether somebody else has saved. */
const LOOK_MS = 5_000;

/** Starts the saver of an open flow, with what this browser still keeps of it; null until that is read. */
export function useSaver(store: EditorStore, opened: Stored): Saver | null {
  const [saver, setSaver] = useState<Saver | null>(null);
  const server = useDraftServer(opened.flow.id);
  useEffect(() => {
    let isOver = false;
    let started: Saver | null = null;
    const begin = async (): Promise<void> => {
      const journal = openJournal(opened.flow.id, await takeTabId());
      const left = await journal.readLeft();
      if (isOver) return;
      started = new Saver(store, server, journal, opened);
      started.start();
      setSaver(started);
      await started.recover(left);
    };
    void begin();
    const look = (): void => {
      if (document.visibilityState === 'visible') void started?.lookForOthers();
    };
    const retry = (): void => void started?.saveNow().catch(() => undefined); // its state says why
    const timer = setInterval(look, LOOK_MS);
    addEventListener('focus', look);
    addEventListener('online', retry);
    return () => {
      isOver = true;
      clearInterval(timer);
      removeEventListener('focus', look);
      removeEventListener('online', retry);
      started?.stop();
    };
  }, [store, server, opened]);
  return saver;
}

function useDraftServer(flowId: string): DraftServer {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [server] = useState<DraftServer>(() => {
    const fresh = { staleTime: 0, retry: false } as const;
    return {
      // As text: walking a large document for dates and the like, as the transformer does, would stop the typing.
      save: ({ document, ...draft }) =>
        queries
          .getMutationCache()
          .build(queries, trpc.drafts.save.mutationOptions())
          .execute({ flowId, ...draft, document: JSON.stringify(document) }),
      revision: async () => (await queries.fetchQuery(trpc.drafts.revision.queryOptions({ flowId }, fresh))).revision,
      open: () => queries.fetchQuery(trpc.drafts.open.queryOptions({ flowId }, fresh)),
    };
  });
  return server;
}
