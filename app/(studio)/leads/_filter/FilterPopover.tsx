'use client';

import { Popover } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
};

/** A small panel under the button that it belongs to. */
export function FilterPopover({ label, trigger, isOpen, onOpenChange, children }: Props): ReactElement {
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className="z-50 flex max-h-[min(26rem,var(--radix-popover-content-available-height))] w-72 flex-col rounded-xl border border-line bg-surface p-2.5 text-ink shadow-raised outline-none"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
