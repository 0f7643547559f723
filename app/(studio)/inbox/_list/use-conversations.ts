'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../_trpc/trpc';
import type { ListPlace } from '../_address/address';
import { useSettled } from './use-settled';

/** Live news make the list new at once; this catches what a broken stream missed. */
const QUIET_MS = 60_000;
/** Letters that come quicker are one search. */
const TYPING_MS = 250;

/** The conversations of a queue, page after page. */
export function useConversations({ queue, search, languages, bands, unreadOnly, sort }: ListPlace) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const wanted = useSettled(search.trim(), TYPING_MS);
  const asked = {
    queue,
    search: wanted === '' ? null : wanted,
    languages: [...languages],
    bands: [...bands],
    unreadOnly,
    sort,
  };
  return useInfiniteQuery({
    queryKey: [...trpc.conversations.list.pathKey(), 'pages', asked],
    queryFn: ({ pageParam }) =>
      queries.fetchQuery({
        ...trpc.conversations.list.queryOptions({ ...asked, after: pageParam }),
        staleTime: 0,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: QUIET_MS,
  });
}
