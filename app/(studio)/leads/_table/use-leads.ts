import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { LeadCursor, LeadFilter, LeadSort } from '@/server/leads/filter/lead-filter';
import { useTRPC } from '../../_trpc/trpc';

const PAGE = 60;
/** How often they are read again; of a long list that one has scrolled into, never. */
const QUIET_MS = 10_000;
const FEW_PAGES = 2;

type Asked = { readonly filter: LeadFilter; readonly sort: LeadSort };

/** The leads that fit, page after page, in their order. */
export function useLeads({ filter, sort }: Asked) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const first: LeadCursor | null = null;
  return useInfiniteQuery({
    queryKey: [...trpc.leads.list.queryKey(), 'pages', filter, sort],
    queryFn: ({ pageParam }: { readonly pageParam: LeadCursor | null }) =>
      queries.fetchQuery({
        ...trpc.leads.list.queryOptions({ filter, sort, after: pageParam, limit: PAGE }),
        staleTime: 0,
      }),
    initialPageParam: first,
    getNextPageParam: (page): LeadCursor | null => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= FEW_PAGES ? QUIET_MS : false),
  });
}
