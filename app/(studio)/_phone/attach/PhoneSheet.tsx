'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';

type Props = {
  readonly title: string;
  readonly description: string;
  readonly isOpen: boolean;
  readonly canSend: boolean;
  readonly screen: HTMLElement | null;
  readonly onClose: () => void;
  readonly onSend: () => void;
  readonly children: ReactNode;
};

/** A form risen from the bottom of the phone, with one button that sends it. */
export function PhoneSheet(props: Props): ReactElement {
  const { title, description, isOpen, canSend, screen, onClose, onSend, children } = props;
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal container={screen}>
        <Dialog.Overlay className="absolute inset-0 z-20 bg-veil" />
        <Dialog.Content className="absolute inset-x-0 bottom-0 z-30 flex max-h-[85%] flex-col rounded-t-2xl bg-chat-in text-chat-ink shadow-raised outline-none">
          <form
            className="flex min-h-0 flex-col"
            onSubmit={(event) => {
              event.preventDefault();
              // In React, the form around the composer would hear it too, from out of the portal.
              event.stopPropagation();
              if (!canSend) return;
              onSend();
              onClose();
            }}
          >
            <div className="px-4 pt-3 pr-14 pb-2">
              <Dialog.Title className="text-base font-semibold">{title}</Dialog.Title>
              <Dialog.Description className="text-xs text-chat-meta">{description}</Dialog.Description>
            </div>
            <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 pb-1">{children}</div>
            <div className="p-3">
              <button
                type="submit"
                disabled={!canSend}
                className="min-h-10 w-full rounded-full bg-chat-send px-4 text-sm font-semibold text-chat-in disabled:bg-sunken disabled:text-ink-faint"
              >
                {words.simulator.send}
              </button>
            </div>
          </form>
          <Dialog.Close
            aria-label={words.close}
            className="absolute top-3 right-3 rounded-full p-1 text-chat-meta hover:text-chat-ink"
          >
            <X aria-hidden className="size-5" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
