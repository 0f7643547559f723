import type { QueryClient, QueryFilters } from '@tanstack/react-query';
import type { FollowUp } from '../follow-up-types';

type Rows = readonly FollowUp[];
type Kept = readonly (readonly [QueryFilters['queryKey'] & {}, Rows | undefined])[];

/** Shows a follow-up at another time in every list that was read, before the server has said yes; gives what they were. */
export function moveInCache(queries: QueryClient, lists: QueryFilters, id: string, dueAt: string): Kept {
  const before = queries.getQueriesData<Rows>(lists);
  queries.setQueriesData<Rows>(lists, (rows) => rows?.map((row) => (row.id === id ? { ...row, dueAt } : row)));
  return before;
}

/** Puts lists back as they were. */
export function restoreCache(queries: QueryClient, kept: Kept): void {
  for (const [key, rows] of kept) queries.setQueryData(key, rows);
}

/** The newest that is known of a follow-up. */
export function findInCache(queries: QueryClient, lists: QueryFilters, id: string): FollowUp | undefined {
  const found = queries
    .getQueryCache()
    .findAll(lists)
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  for (const query of found) {
    const row = queries.getQueryData<Rows>(query.queryKey)?.find((one) => one.id === id);
    if (row) return row;
  }
  return undefined;
}
