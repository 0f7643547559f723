import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { ChooseBox } from '../_bulk/ChooseBox';
import type { Chosen } from '../_bulk/use-chosen';
import type { Lead } from '../lead-types';
import type { ColumnId } from './column-choice';
import { columns } from './columns';

const texts = words.leads;

type Props = {
  readonly lead: Lead;
  readonly shown: readonly ColumnId[];
  readonly chosen: Chosen | null;
};

/** A lead as a row of the table: its cells, for a grid whose tracks the table sets. */
export function LeadRow({ lead, shown, chosen }: Props): ReactElement {
  const name = lead.name ?? words.leadsShared.noName;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: rows that are not drawn have no place in a table */}
      <div role="cell" className="flex items-center justify-center">
        {chosen ? <ChooseBox contactId={lead.contactId} name={name} chosen={chosen} className="size-4" /> : null}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="cell" className="min-w-0 py-2 pr-3">
        <span className="flex items-center gap-2">
          <Link
            href={`/leads/${lead.contactId}`}
            className="truncate rounded font-semibold hover:text-accent"
            title={name}
          >
            {name}
          </Link>
          {lead.optedOut ? <Badge tone="danger">{texts.optedOut}</Badge> : null}
        </span>
        <span className="block truncate text-xs text-ink-faint">
          {lead.snippet === null
            ? (lead.phone ?? texts.filters.channel[lead.channel])
            : `${texts.found} ${lead.snippet}`}
        </span>
      </div>
      {shown.map((id) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div key={id} role="cell" className="flex min-w-0 items-center truncate pr-3 text-sm">
          {columns[id].cell(lead)}
        </div>
      ))}
    </>
  );
}
