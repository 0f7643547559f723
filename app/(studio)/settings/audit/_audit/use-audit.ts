'use client';

import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTRPC } from '../../../_trpc/trpc';
import type { AuditFilter } from './audit-types';
import { toAsked } from './to-asked';

/** The log, the newest first, page after page. */
export function useAudit(filter: AuditFilter) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const asked = toAsked(useDeferredValue(filter));
  return useInfiniteQuery({
    queryKey: [...trpc.audit.list.pathKey(), 'pages', asked],
    queryFn: ({ pageParam }) =>
      queries.fetchQuery({ ...trpc.audit.list.queryOptions({ ...asked, before: pageParam || null }), staleTime: 0 }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
