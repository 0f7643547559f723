'use client';

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../_trpc/trpc';
import type { Thread, ThreadMessage } from '../inbox-types';

/** Live news make it new at once; this catches what a broken stream missed. */
const QUIET_MS = 30_000;

/** A conversation as far back as it was read. */
export function useConversation(contactId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const reading = useInfiniteQuery({
    queryKey: [...trpc.conversations.read.pathKey(), 'pages', contactId],
    queryFn: ({ pageParam }) =>
      queries.fetchQuery({ ...trpc.conversations.read.queryOptions({ contactId, before: pageParam }), staleTime: 0 }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.hasMore ? (page.messages[0]?.position ?? null) : null),
    refetchInterval: QUIET_MS,
  });
  const notes = useQuery(trpc.notes.list.queryOptions({ contactId }));
  const pages = reading.data?.pages ?? [];
  return {
    reading,
    /** As it stands now; of the messages only the newest. */
    thread: pages[0] satisfies Thread | undefined,
    /** Oldest first. */
    messages: pages.toReversed().flatMap((page): readonly ThreadMessage[] => page.messages),
    notes: notes.data ?? [],
  };
}
