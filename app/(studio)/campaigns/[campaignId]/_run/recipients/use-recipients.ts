import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../../_trpc/trpc';
import type { RecipientFilter } from '../../../campaign-types';

type Asked = { readonly id: string; readonly filter: RecipientFilter; readonly search: string };

/** How often they are read again; of a long list that one has scrolled into, never. */
const QUIET_MS = 4_000;
const FEW_PAGES = 2;

/** The people of a campaign, page after page. */
export function useRecipients({ id, filter, search }: Asked) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useInfiniteQuery({
    queryKey: [...trpc.campaigns.recipients.pathKey(), 'pages', id, filter, search],
    queryFn: ({ pageParam }) =>
      queries.fetchQuery({
        ...trpc.campaigns.recipients.queryOptions({ id, filter, search, after: pageParam }),
        staleTime: 0,
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= FEW_PAGES ? QUIET_MS : false),
  });
}
