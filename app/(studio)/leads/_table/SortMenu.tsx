import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { LeadSort } from '@/server/leads/filter/lead-filter';
import { usualOrder } from './usual-order';

const texts = words.leads.sort;

const orders = (['score', 'updated', 'created', 'loanAmount', 'nextAction'] as const).map((value) => ({
  value,
  label: texts[value],
}));

type Props = { readonly sort: LeadSort; readonly onSort: (sort: LeadSort) => void };

/** The order of the cards, which have no heads to press. */
export function SortMenu({ sort, onSort }: Props): ReactElement {
  return (
    <Select
      label={texts.label}
      isLabelHidden
      value={sort.by}
      options={orders}
      onChange={(by) => onSort({ by, order: usualOrder(by) })}
      className="md:hidden"
    />
  );
}
