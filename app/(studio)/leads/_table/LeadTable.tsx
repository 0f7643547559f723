'use client';

import type { CSSProperties, ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { LeadSort } from '@/server/leads/filter/lead-filter';
import type { Chosen } from '../_bulk/use-chosen';
import type { ColumnId } from './column-choice';
import { columns } from './columns';
import { LeadHead } from './LeadHead';
import { LeadRow } from './LeadRow';
import { type ListedLeads, useDrawnLeads } from './use-drawn-leads';

const texts = words.leads;
const ROW_PX = 56;

type Props = ListedLeads & {
  readonly shown: readonly ColumnId[];
  readonly sort: LeadSort;
  /** Null where nothing can be done with leads. */
  readonly chosen: Chosen | null;
  readonly onSort: (sort: LeadSort) => void;
};

/** The leads as a table; only the rows in view are drawn. */
export function LeadTable({ shown, sort, chosen, onSort, ...listed }: Props): ReactElement {
  const { scroller, drawn, heightPx, measure } = useDrawnLeads(listed, ROW_PX);
  const tracks = tracksOf(shown, chosen);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto border-t border-line bg-surface">
      {/* biome-ignore lint/a11y/useSemanticElements: rows that are not drawn have no place in a table element */}
      <div role="table" aria-label={texts.table} aria-rowcount={listed.leads.length + 1} className="w-max min-w-full">
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above; the links in it take the focus */}
        <div role="row" aria-rowindex={1} style={tracks} className="sticky top-0 z-10 grid bg-sunken">
          <LeadHead shown={shown} sort={sort} chosen={chosen} leads={listed.leads} onSort={onSort} />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="rowgroup" className="relative" style={{ height: heightPx }}>
          {drawn.map(({ lead, index, start }) => (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
            <div
              key={lead.contactId}
              ref={measure}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              data-lead={lead.contactId}
              style={{ transform: `translateY(${start}px)`, ...tracks }}
              className={classNames(
                'absolute inset-x-0 top-0 grid min-h-14 border-b border-line focus-within:bg-paper hover:bg-paper',
                chosen?.has(lead.contactId) && 'bg-accent-soft focus-within:bg-accent-soft hover:bg-accent-soft',
              )}
            >
              <LeadRow lead={lead} shown={shown} chosen={chosen} />
            </div>
          ))}
        </div>
      </div>
      {listed.hasMore ? <Spinner label={texts.more} className="px-4 py-2 text-sm text-ink-soft" /> : null}
    </div>
  );
}

function tracksOf(shown: readonly ColumnId[], chosen: Chosen | null): CSSProperties {
  const widths = shown.map((id) => `minmax(${columns[id].width}, auto)`);
  return { gridTemplateColumns: [chosen ? '3rem' : '1.25rem', 'minmax(15rem, 1fr)', ...widths].join(' ') };
}
