import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { LeadSort } from '@/server/leads/filter/lead-filter';
import type { Chosen } from '../_bulk/use-chosen';
import type { Lead } from '../lead-types';
import type { ColumnId } from './column-choice';
import { columns } from './columns';
import { usualOrder } from './usual-order';

const texts = words.leads;

type Props = {
  readonly shown: readonly ColumnId[];
  readonly sort: LeadSort;
  readonly chosen: Chosen | null;
  /** Those that were read so far. */
  readonly leads: readonly Lead[];
  readonly onSort: (sort: LeadSort) => void;
};

/** The names of the columns; those that can be sorted by are buttons. */
export function LeadHead({ shown, sort, chosen, leads, onSort }: Props): ReactElement {
  return (
    <>
      <Head>{chosen ? <ChooseAll chosen={chosen} leads={leads} /> : ''}</Head>
      <Head>{texts.columns.name}</Head>
      {shown.map((id) => {
        const { sort: by } = columns[id];
        if (by === undefined) return <Head key={id}>{texts.columns[id]}</Head>;
        return <SortHead key={id} id={id} by={by} sort={sort} onSort={onSort} />;
      })}
    </>
  );
}

type AllProps = { readonly chosen: Chosen; readonly leads: readonly Lead[] };

function ChooseAll({ chosen, leads }: AllProps): ReactElement {
  const ids = leads.map(({ contactId }) => contactId);
  return (
    <input
      type="checkbox"
      aria-label={texts.chooseAll}
      checked={ids.every((id) => chosen.has(id))}
      onChange={() => chosen.toggleAll(ids)}
      className="mx-auto size-4 accent-accent"
    />
  );
}

type HeadProps = { readonly sorted?: LeadSort['order']; readonly children: ReactElement | string };

function Head({ sorted, children }: HeadProps): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: rows that are not drawn have no place in a table
    <div
      role="columnheader"
      aria-sort={sorted ?? 'none'}
      className="flex min-h-9 min-w-0 items-center truncate pr-3 text-xs font-medium text-ink-soft first:pr-0"
    >
      {children}
    </div>
  );
}

type SortProps = {
  readonly id: ColumnId;
  readonly by: LeadSort['by'];
  readonly sort: LeadSort;
  readonly onSort: (sort: LeadSort) => void;
};

function SortHead({ id, by, sort, onSort }: SortProps): ReactElement {
  const isSorted = sort.by === by;
  const Icon = sort.order === 'descending' ? ArrowDown : ArrowUp;
  const press = (): void => onSort({ by, order: isSorted ? opposite[sort.order] : usualOrder(by) });
  return (
    <Head {...(isSorted ? { sorted: sort.order } : {})}>
      <button type="button" onClick={press} className="inline-flex items-center gap-1 rounded hover:text-ink">
        {texts.columns[id]}
        {isSorted ? <Icon aria-hidden className="size-3.5 text-accent" /> : null}
      </button>
    </Head>
  );
}

const opposite = { ascending: 'descending', descending: 'ascending' } as const;
