'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from './IconButton';

type Props = {
  readonly title: string;
  readonly description?: string;
  readonly closeLabel: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A panel over the page: it rises from below on a phone and stands in the middle on a wide screen. */
export function Sheet({ title, description, closeLabel, isOpen, onClose, children }: Props): ReactElement {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className="fixed inset-x-0 bottom-0 z-50 flex max-h-[85dvh] flex-col rounded-t-2xl bg-surface shadow-raised outline-none sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[26rem] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl"
        >
          <div className="px-5 pt-4 pr-14 pb-2">
            <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
            {description ? (
              <Dialog.Description className="text-sm text-ink-soft">{description}</Dialog.Description>
            ) : null}
          </div>
          <div className="min-h-0 overflow-y-auto px-5 pb-5">{children}</div>
          {/* Last, so that the focus begins at the content. */}
          <IconButton icon={X} label={closeLabel} onClick={onClose} className="absolute top-3 right-3" />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
