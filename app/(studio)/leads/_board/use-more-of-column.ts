import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LeadCursor, LeadFilter } from '@/server/leads/filter/lead-filter';
import { useTRPC } from '../../_trpc/trpc';
import { useQuietMs } from '../_live/use-quiet-ms';
import type { BoardColumn } from '../lead-types';

/** The first page has the board's own cards, and as many more. */
const PAGE = 60;
/** All cards of a column are drawn: who wants to see more of them is better served by the table. */
const MOST_PAGES = 5;
/** A column that one has scrolled far into is not read again by itself. */
const FEW_PAGES = 2;
const byScore = { by: 'score', order: 'descending' } as const;

/** The leads of a column beyond those that the board has read; nothing is read until somebody has come to their end. */
export function useMoreOfColumn(filter: LeadFilter, { stage, next }: Pick<BoardColumn, 'stage' | 'next'>) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const quietMs = useQuietMs();
  const question = JSON.stringify(filter);
  const [asked, setAsked] = useState<string | null>(null);
  const isAsked = asked === question;
  const first: LeadCursor | null = null;
  const list = useInfiniteQuery({
    queryKey: [...trpc.leads.list.queryKey(), 'column', stage, filter],
    queryFn: ({ pageParam }: { readonly pageParam: LeadCursor | null }) =>
      queries.fetchQuery({
        ...trpc.leads.list.queryOptions({
          filter: { ...filter, stages: [stage] },
          sort: byScore,
          after: pageParam,
          limit: PAGE,
        }),
        staleTime: 0,
      }),
    initialPageParam: first,
    getNextPageParam: (page): LeadCursor | null => page.next,
    enabled: isAsked,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= FEW_PAGES ? quietMs : false),
  });
  const pages = isAsked ? (list.data?.pages ?? []) : [];
  const isMore = pages.length === 0 ? next !== null : list.hasNextPage;
  return {
    listed: pages.flatMap(({ rows }) => rows),
    /** `tooMany`: there is more, but not here. */
    end: isMore ? (pages.length < MOST_PAGES ? 'more' : 'tooMany') : 'all',
    isReading: isAsked && (list.isPending || list.isFetchingNextPage),
    error: isAsked ? list.error : null,
    onMore: (): void => {
      if (!isAsked) setAsked(question);
      else if (list.isError) void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch());
      else if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
    },
    readAgain: (): void => {
      if (isAsked && pages.length > 0 && pages.length <= FEW_PAGES) void list.refetch();
    },
  } as const;
}
