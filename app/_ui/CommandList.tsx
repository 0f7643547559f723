'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';

type ListProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly empty: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A list that is searched by typing and used by arrow keys and Enter. */
export function CommandList({ label, placeholder, empty, className, children }: ListProps): ReactElement {
  return (
    <Command label={label} loop className={classNames('flex min-h-0 flex-col', className)}>
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <Command.Input
          autoFocus
          placeholder={placeholder}
          className="min-h-11 w-full bg-transparent text-sm outline-none placeholder:text-ink-faint"
        />
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-1.5">
        <Command.Empty className="p-4 text-sm text-ink-soft">{empty}</Command.Empty>
        {children}
      </Command.List>
    </Command>
  );
}

type GroupProps = { readonly heading: string; readonly children: ReactNode };

/** Entries of one kind. */
export function CommandGroup({ heading, children }: GroupProps): ReactElement {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint"
    >
      {children}
    </Command.Group>
  );
}

type ItemProps = {
  /** Unique in its list; typing searches it and the keywords. */
  readonly value: string;
  readonly keywords?: readonly string[];
  readonly onSelect: () => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
};

/** One entry of a command list. */
export function CommandItem({ value, keywords = [], onSelect, isDisabled = false, children }: ItemProps): ReactElement {
  return (
    <Command.Item
      value={value}
      keywords={[...keywords]}
      onSelect={onSelect}
      disabled={isDisabled}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 text-sm data-[disabled=true]:cursor-default data-[disabled=true]:opacity-50 data-[selected=true]:bg-accent-soft"
    >
      {children}
    </Command.Item>
  );
}
