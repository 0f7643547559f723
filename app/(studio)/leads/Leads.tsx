'use client';

import { Download } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { SearchField } from '@/app/_ui/SearchField';
import { Segments } from '@/app/_ui/Segments';
import { Toasts } from '@/app/_ui/Toasts';
import { words } from '@/app/_words/en';
import { useMe } from '../_me/use-me';
import { Board } from './_board/Board';
import { ExportSheet } from './_bulk/ExportSheet';
import { FilterBar } from './_filter/FilterBar';
import { LeadNews } from './_live/LeadNews';
import { ColumnMenu } from './_table/ColumnMenu';
import { LeadsInTable } from './_table/LeadsInTable';
import { SortMenu } from './_table/SortMenu';
import { useLeads } from './_table/use-leads';
import { ViewTabs } from './_views/ViewTabs';
import { sayCount } from './say-count';
import { useLeadKeys } from './use-lead-keys';
import { type Layout, useLeadsAddress } from './use-leads-address';

const texts = words.leads;

const layouts = [
  { id: 'table', label: texts.layouts.table },
  { id: 'board', label: texts.layouts.board },
] as const satisfies { id: Layout; label: string }[];

/** Everybody who wants a loan, as a table or a board, narrowed by the same filters. */
export function Leads(): ReactElement {
  const { layout, filter, sort, columns, query, go, goTo } = useLeadsAddress();
  const { reading, readAgain } = useLeads({ filter, sort });
  const total = reading.data?.pages[0]?.total;
  useLeadKeys();
  const search = (text: string): void => {
    const { search: _before, ...others } = filter;
    go({ filter: text === '' ? others : { ...others, search: text } });
  };
  const clear = (): void => go({ filter: {} });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-col gap-2.5 px-5 pt-5 pb-3 md:px-6 md:pt-6">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-2 sm:gap-x-4">
          <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
          <p role="status" className="text-sm text-ink-soft tabular-nums">
            {total ? texts.count(sayCount(total)) : ''}
          </p>
          <div className="ml-auto flex items-center gap-2">
            <Export filter={filter} count={total ? sayCount(total) : null} />
            <div className="w-32 sm:w-40">
              <Segments
                label={texts.layouts.label}
                segments={layouts}
                active={layout}
                onChange={(next) => go({ layout: next })}
              />
            </div>
          </div>
        </div>
        <ViewTabs query={query} onOpen={goTo} />
        <div className="flex flex-wrap items-center gap-2">
          <SearchField
            label={texts.search}
            value={filter.search ?? ''}
            longest={200}
            keyHint={texts.searchKey}
            className="min-w-0 basis-40 md:max-w-96 md:basis-64"
            onSearch={search}
          />
          {layout === 'table' ? (
            <>
              <SortMenu sort={sort} onSort={(next) => go({ sort: next })} />
              <ColumnMenu shown={columns} onChange={(next) => go({ columns: next })} />
            </>
          ) : null}
        </div>
        <FilterBar filter={filter} onChange={(next) => go({ filter: next })} />
      </div>
      {layout === 'table' ? (
        <LeadsInTable
          reading={reading}
          place={{ filter, sort, columns }}
          onSort={(next) => go({ sort: next })}
          onClear={clear}
        />
      ) : (
        <Board
          filter={filter}
          onSeeAll={(stage) => go({ layout: 'table', filter: { ...filter, stages: [stage] } })}
          onClear={clear}
        />
      )}
      <LeadNews onNews={readAgain} />
      <Toasts durationMs={8_000} />
    </div>
  );
}

type ExportProps = Pick<Parameters<typeof ExportSheet>[0], 'filter'> & { readonly count: string | null };

function Export({ filter, count }: ExportProps): ReactElement | null {
  const { role } = useMe();
  const [isOpen, setIsOpen] = useState(false);
  if (role === 'viewer') return null;
  return (
    <>
      <Button disabled={count === null} onClick={() => setIsOpen(true)}>
        <Download aria-hidden className="size-4" />
        <span className="max-sm:sr-only">{texts.export.open}</span>
      </Button>
      {isOpen && count !== null ? <ExportSheet filter={filter} count={count} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
