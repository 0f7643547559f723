'use client';

import { type ReactElement, useCallback } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { LeadSort } from '@/server/leads/filter/lead-filter';
import { useMe } from '../../_me/use-me';
import { BulkBar } from '../_bulk/BulkBar';
import { useChosen } from '../_bulk/use-chosen';
import { InsteadOfLeads } from '../InsteadOfLeads';
import { useIsWide } from '../use-is-wide';
import type { LeadsPlace } from '../use-leads-address';
import { LeadCards } from './LeadCards';
import { LeadTable } from './LeadTable';
import type { useLeads } from './use-leads';

type Props = {
  readonly reading: ReturnType<typeof useLeads>['reading'];
  readonly place: Pick<LeadsPlace, 'filter' | 'sort' | 'columns'>;
  readonly onSort: (sort: LeadSort) => void;
  readonly onClear: () => void;
};

/** The leads as a table, with what can be done with those that are chosen. */
export function LeadsInTable({ reading, place, onSort, onClear }: Props): ReactElement {
  const { role } = useMe();
  const isWide = useIsWide();
  const { filter, sort, columns } = place;
  const chosen = useChosen(JSON.stringify(filter));
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = reading;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  const leads = data?.pages.flatMap(({ rows }) => rows) ?? [];
  const total = data?.pages[0]?.total;
  if (!total || leads.length === 0) {
    return (
      <InsteadOfLeads
        error={data ? null : error}
        isEmpty={data !== undefined}
        filter={filter}
        onAgain={() => void refetch()}
        onClear={onClear}
      />
    );
  }
  const listed = { leads, chosen: role === 'viewer' ? null : chosen, hasMore: hasNextPage, onMore: more };
  return (
    <>
      {error === null ? null : (
        <p role="alert" className="px-5 pb-2 text-sm text-danger md:px-6">
          {words.leads.stale}
        </p>
      )}
      <div className={classNames('flex min-h-0 flex-1 flex-col', isPlaceholderData && 'opacity-60')}>
        {isWide ? <LeadTable {...listed} shown={columns} sort={sort} onSort={onSort} /> : <LeadCards {...listed} />}
      </div>
      {role === 'viewer' ? null : <BulkBar chosen={chosen} filter={filter} total={total} />}
    </>
  );
}
