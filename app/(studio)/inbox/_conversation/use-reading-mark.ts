'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '../../_trpc/trpc';
import type { Thread } from '../inbox-types';

/**
 * Marks a conversation as read as far as it is shown, while somebody looks at the page. Gives how far it had been read when it
 * was opened: the line above what is new stays where it was.
 */
export function useReadingMark(thread: Thread | undefined): string | null {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [readBefore, setReadBefore] = useState<string | null>(null);
  if (readBefore === null && thread) setReadBefore(thread.readPosition);
  const { mutate } = useMutation(
    trpc.conversations.markRead.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: trpc.conversations.list.pathKey() }),
          queries.invalidateQueries({ queryKey: trpc.conversations.counts.pathKey() }),
        ]),
    }),
  );
  const contactId = thread?.contact.id;
  const newest = thread?.messages.findLast(({ position }) => position !== null)?.position ?? null;
  const isRead = thread === undefined || newest === null || BigInt(thread.readPosition) >= BigInt(newest);
  useEffect(() => {
    if (isRead || contactId === undefined || newest === null) return;
    const mark = (): void => {
      if (!document.hidden) mutate({ contactId, position: newest });
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [isRead, contactId, newest, mutate]);
  return readBefore;
}
