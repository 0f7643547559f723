'use client';

import { ChevronDown, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { Choices } from '../lead-types';
import { FieldInput } from './FieldInput';
import { FilterPopover } from './FilterPopover';
import type { FilterField } from './filter-fields';
import { sayFilter } from './say-filter';

const texts = words.leads.filters;

type Props = {
  readonly field: FilterField;
  readonly part: readonly string[];
  readonly choices: Choices | undefined;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChange: (part: readonly string[]) => void;
};

/** One part of the filter: what it narrows to, the panel where that is chosen, and a way to take it away. */
export function FilterChip({ field, part, choices, isOpen, onOpenChange, onChange }: Props): ReactElement {
  const said = sayFilter(field, part, choices);
  const trigger = (
    <button
      type="button"
      className={classNames(
        'inline-flex min-h-8 items-center gap-1 rounded-full border px-3 text-sm whitespace-nowrap',
        said === null
          ? 'border-line bg-surface text-ink-soft hover:border-line-strong'
          : 'rounded-r-none border-r-0 border-accent bg-accent-soft text-accent-strong',
      )}
    >
      <span className="max-w-64 truncate">{said === null ? field.name : texts.chip(field.name, said)}</span>
      {said === null ? <ChevronDown aria-hidden className="size-3.5" /> : null}
    </button>
  );
  return (
    <div className="flex shrink-0">
      <FilterPopover label={field.name} trigger={trigger} isOpen={isOpen} onOpenChange={onOpenChange}>
        <FieldInput field={field} part={part} choices={choices} onChange={onChange} />
      </FilterPopover>
      {said === null ? null : (
        <button
          type="button"
          aria-label={texts.remove(field.name)}
          onClick={() => onChange([])}
          className="inline-flex min-h-8 items-center rounded-r-full border border-l-0 border-accent bg-accent-soft pr-2.5 pl-1 text-accent-strong hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}
