'use client';

import { useQuery } from '@tanstack/react-query';
import { ListFilterPlus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { LeadFilter } from '@/server/leads/filter/lead-filter';
import { useTRPC } from '../../_trpc/trpc';
import { FilterChip } from './FilterChip';
import { FilterPopover } from './FilterPopover';
import { partOf, withPart } from './filter-address';
import { type FilterField, filterFields, USUAL_FIELDS } from './filter-fields';

const texts = words.leads.filters;
const CHOICES_MS = 60_000;

type Props = { readonly filter: LeadFilter; readonly onChange: (filter: LeadFilter) => void };

/** What narrows the leads: the usual fields, those that are used, and a way to the others. */
export function FilterBar({ filter, onChange }: Props): ReactElement {
  const [open, setOpen] = useState<FilterField['key'] | null>(null);
  const choices = useQuery({ ...useTRPC().leads.choices.queryOptions(), staleTime: CHOICES_MS }).data;
  const isUsed = ({ key }: FilterField) => partOf(filter, key).length > 0;
  const shown = filterFields.filter((one, index) => index < USUAL_FIELDS || isUsed(one) || one.key === open);
  const others = filterFields.filter((one) => !shown.includes(one));
  const { search, ...narrowing } = filter;
  return (
    <fieldset className="-mx-5 min-w-0 overflow-x-auto px-5 md:mx-0 md:overflow-visible md:px-0">
      <legend className="sr-only">{texts.label}</legend>
      <div className="flex w-max items-center gap-1.5 py-0.5 md:w-auto md:flex-wrap">
        {shown.map((field) => (
          <FilterChip
            key={field.key}
            field={field}
            part={partOf(filter, field.key)}
            choices={choices}
            isOpen={open === field.key}
            onOpenChange={(isOpen) => setOpen(isOpen ? field.key : null)}
            onChange={(part) => onChange(withPart(filter, field.key, part))}
          />
        ))}
        <OtherFields fields={others} onChoose={setOpen} />
        {Object.keys(narrowing).length === 0 ? null : (
          <Button look="bare" className="min-h-8" onClick={() => onChange(search === undefined ? {} : { search })}>
            {texts.clear}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

type OthersProps = {
  readonly fields: readonly FilterField[];
  readonly onChoose: (key: FilterField['key']) => void;
};

function OtherFields({ fields, onChoose }: OthersProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const trigger = (
    <button
      type="button"
      className="inline-flex min-h-8 shrink-0 items-center gap-1.5 rounded-full border border-dashed border-line-strong px-3 text-sm text-ink-soft hover:text-ink"
    >
      <ListFilterPlus aria-hidden className="size-3.5" />
      {texts.add}
    </button>
  );
  return (
    <FilterPopover label={texts.add} trigger={trigger} isOpen={isOpen} onOpenChange={setIsOpen}>
      <ul className="min-h-0 overflow-y-auto">
        {fields.map(({ key, name }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => {
                setIsOpen(false);
                onChoose(key);
              }}
              className="min-h-9 w-full rounded-lg px-2.5 text-left text-sm hover:bg-sunken"
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </FilterPopover>
  );
}
