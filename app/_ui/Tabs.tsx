'use client';

import { Tabs as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';

type Tab<Id extends string> = { readonly id: Id; readonly label: string; readonly count?: number };

type Props<Id extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly active: Id;
  readonly onChange: (id: Id) => void;
  /** The panel of the active tab. */
  readonly children: ReactNode;
  readonly className?: string;
};

/** Views of one thing, one shown at a time. */
export function Tabs<Id extends string>({
  label,
  tabs,
  active,
  onChange,
  children,
  className,
}: Props<Id>): ReactElement {
  return (
    <Primitive.Root
      value={active}
      onValueChange={(value) => {
        const chosen = tabs.find((tab) => tab.id === value);
        if (chosen) onChange(chosen.id);
      }}
      className={classNames('flex min-h-0 flex-col', className)}
    >
      <Primitive.List aria-label={label} className="flex shrink-0 gap-1 border-b border-line px-4">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px rounded-t-md border-b-2 border-transparent px-2.5 py-2 text-sm font-medium text-ink-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:text-accent"
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="ml-1.5 rounded-full bg-sunken px-1.5 text-xs text-ink-soft tabular-nums">
                {tab.count}
              </span>
            )}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      <Primitive.Content key={active} value={active} className="min-h-0 flex-1 overflow-y-auto outline-none">
        {children}
      </Primitive.Content>
    </Primitive.Root>
  );
}
