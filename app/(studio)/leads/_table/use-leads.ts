import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { LeadCursor, LeadFilter, LeadSort } from '@/server/leads/filter/lead-filter';
import { useTRPC } from '../../_trpc/trpc';
import { useQuietMs } from '../_live/use-quiet-ms';

const PAGE = 60;
/** A long list that one has scrolled into is not read again by itself. */
const FEW_PAGES = 2;

type Asked = { readonly filter: LeadFilter; readonly sort: LeadSort };

/** The leads that fit, page after page, in their order. */
export function useLeads({ filter, sort }: Asked) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const quietMs = useQuietMs();
  const first: LeadCursor | null = null;
  const reading = useInfiniteQuery({
    queryKey: [...trpc.leads.list.queryKey(), 'pages', filter, sort],
    queryFn: ({ pageParam }: { readonly pageParam: LeadCursor | null }) =>
      queries.fetchQuery({
        ...trpc.leads.list.queryOptions({ filter, sort, after: pageParam, limit: PAGE }),
        staleTime: 0,
      }),
    initialPageParam: first,
    getNextPageParam: (page): LeadCursor | null => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isShort(state.data) ? quietMs : false),
  });
  const readAgain = (): void => {
    if (isShort(reading.data)) void reading.refetch();
  };
  return { reading, readAgain };
}

function isShort(data: { readonly pages: readonly unknown[] } | undefined): boolean {
  return (data?.pages.length ?? 0) <= FEW_PAGES;
}
