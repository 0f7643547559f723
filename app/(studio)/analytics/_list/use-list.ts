import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../_trpc/trpc';
import type { Filter, ListCursor } from '../analytics-types';
import type { OpenedList } from './open-list';

/** Those whom a number counts, page after page, the newest first. */
export function useList({ list, key, wording, narrowed }: OpenedList, filter: Filter) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const asked = { filter: { ...filter, ...narrowed }, list, key, wording };
  const first: ListCursor | null = null;
  return useInfiniteQuery({
    queryKey: [...trpc.analytics.list.queryKey(), 'pages', asked],
    queryFn: ({ pageParam }: { readonly pageParam: ListCursor | null }) =>
      queries.fetchQuery({ ...trpc.analytics.list.queryOptions({ ...asked, after: pageParam }), staleTime: 0 }),
    initialPageParam: first,
    getNextPageParam: (page): ListCursor | null => page.next,
  });
}
