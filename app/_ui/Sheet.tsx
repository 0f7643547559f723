'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';
import { IconButton } from './IconButton';

type Props = {
  readonly title: string;
  readonly description?: string;
  readonly closeLabel: string;
  /** How much room it takes on a wide screen. */
  readonly size?: keyof typeof sizes;
  /** Closes by its buttons only, where a slip of the pointer would lose what was chosen. */
  readonly isPersistent?: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A panel over the page: it rises from below on a phone and stands in the middle on a wide screen. */
export function Sheet(props: Props): ReactElement {
  const { title, description, closeLabel, size = 'narrow', isPersistent = false, isOpen, onClose, children } = props;
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          {...(isPersistent ? { onInteractOutside: keepOpen, onEscapeKeyDown: keepOpen } : {})}
          className={classNames(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[85dvh] flex-col rounded-t-2xl bg-surface shadow-raised outline-none sm:inset-auto sm:top-1/2 sm:left-1/2 sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl',
            sizes[size],
          )}
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

const sizes = {
  narrow: 'sm:w-[26rem]',
  wide: 'sm:w-[min(52rem,calc(100vw-3rem))]',
  /** At the edge and as high as the screen: for one of a list that stays in sight beside it. */
  side: 'sm:inset-y-0 sm:top-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-[29rem] sm:translate-x-0 sm:translate-y-0 sm:rounded-none sm:rounded-l-2xl',
} as const;

function keepOpen(event: Event): void {
  event.preventDefault();
}
