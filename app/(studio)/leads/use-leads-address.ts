'use client';

import { useSearchParams } from 'next/navigation';
import type { LeadFilter, LeadSort } from '@/server/leads/filter/lead-filter';
import { readFilter, writeFilter } from './_filter/filter-address';
import { type ColumnId, readColumns, writeColumns } from './_table/column-choice';

export type Layout = 'table' | 'board';
export type LeadsPlace = Readonly<{
  layout: Layout;
  filter: LeadFilter;
  sort: LeadSort;
  columns: readonly ColumnId[];
}>;

/** What is looked at, in the address: a reload, a link and a saved view keep it. */
export function useLeadsAddress() {
  const parameters = useSearchParams();
  const place = readPlace(new URLSearchParams(parameters));
  const go = (part: Partial<LeadsPlace>): void => goTo(writePlace({ ...place, ...part }));
  return { ...place, query: writePlace(place), go, goTo };
}

/** Shows what an address or a saved view keeps. The page itself stays the same one, so the server is not asked for it. */
function goTo(query: string): void {
  window.history.replaceState(null, '', query === '' ? '/leads' : `/leads?${query}`);
}

/** The usual order: who is readiest. */
const usualSort: LeadSort = { by: 'score', order: 'descending' };
const sortKeys: readonly string[] = [
  'score',
  'updated',
  'created',
  'loanAmount',
  'nextAction',
] satisfies LeadSort['by'][];

function readPlace(parameters: URLSearchParams): LeadsPlace {
  const [by = '', order] = (parameters.get('sort') ?? '').split('.');
  return {
    layout: parameters.get('layout') === 'board' ? 'board' : 'table',
    filter: readFilter(parameters),
    sort: isSortKey(by) ? { by, order: order === 'ascending' ? 'ascending' : 'descending' } : usualSort,
    columns: readColumns(parameters.get('columns')),
  };
}

function writePlace({ layout, filter, sort, columns }: LeadsPlace): string {
  const isUsual = sort.by === usualSort.by && sort.order === usualSort.order;
  const chosen = writeColumns(columns);
  return new URLSearchParams({
    ...writeFilter(filter),
    ...(isUsual ? {} : { sort: `${sort.by}.${sort.order}` }),
    ...(layout === 'table' ? {} : { layout }),
    ...(chosen === null ? {} : { columns: chosen }),
  }).toString();
}

function isSortKey(key: string): key is LeadSort['by'] {
  return sortKeys.includes(key);
}
