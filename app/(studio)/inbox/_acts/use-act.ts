'use client';

import { useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { readAgain } from '../../_trpc/read-again';
import { useTRPC } from '../../_trpc/trpc';

/** What follows an act on a conversation: everything that shows it is read again, and it is said how it went. */
export function useAct(contactId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const readAll = async (): Promise<void> => {
    await Promise.all([
      readAgain(queries, [...trpc.conversations.read.pathKey(), 'pages', contactId]),
      queries.invalidateQueries({ queryKey: trpc.conversations.list.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.conversations.counts.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.handovers.pathKey() }),
    ]);
  };
  return {
    /** For `onSuccess`: the act counts as done once it is seen. */
    done: async (said: string): Promise<void> => {
      await readAll();
      toast(said);
    },
    /** For `onError`: somebody may have been quicker, so what is shown is read again. */
    failed: (error: unknown): void => {
      toast.error(`${words.inbox.acts.failed} ${problemOf(error)}`);
      void readAll();
    },
  };
}
