'use client';

import { X } from 'lucide-react';
import { Dialog, RadioGroup } from 'radix-ui';
import { type ReactElement, useId, useState } from 'react';
import { words } from '@/app/_words/en';
import type { Sendable } from './sendable';

type Choice = Readonly<{ id: string; title: string; description?: string | undefined }>;

type Props = {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly language: string | null;
  readonly isOpen: boolean;
  readonly screen: HTMLElement | null;
  readonly onClose: () => void;
  readonly onSend: (content: Sendable) => void;
};

/** A list message's choices, risen from the bottom of the phone: one is marked, then sent. */
export function ListSheet({ title, choices, language, isOpen, screen, onClose, onSend }: Props): ReactElement {
  const [chosenId, setChosenId] = useState('');
  const chosen = choices.find((choice) => choice.id === chosenId);
  const close = (): void => {
    setChosenId('');
    onClose();
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : close())}>
      <Dialog.Portal container={screen}>
        <Dialog.Overlay className="absolute inset-0 z-20 bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          lang={language ?? undefined}
          className="absolute inset-x-0 bottom-0 z-30 flex max-h-[80%] flex-col rounded-t-2xl bg-chat-in text-chat-ink shadow-raised outline-none"
        >
          <div className="flex items-center gap-3 px-4 pt-3 pb-2">
            <Dialog.Close aria-label={words.close} className="rounded-full p-1 text-chat-meta hover:text-chat-ink">
              <X aria-hidden className="size-5" />
            </Dialog.Close>
            <Dialog.Title className="text-base font-semibold">{title}</Dialog.Title>
          </div>
          <RadioGroup.Root
            value={chosenId}
            onValueChange={setChosenId}
            aria-label={title}
            className="hairlines min-h-0 flex-1 overflow-y-auto"
          >
            {choices.map((choice) => (
              <Row key={choice.id} choice={choice} />
            ))}
          </RadioGroup.Root>
          <div className="p-3">
            <button
              type="button"
              disabled={!chosen}
              onClick={() => {
                if (chosen) onSend({ type: 'choice', id: chosen.id, title: chosen.title });
                close();
              }}
              className="min-h-10 w-full rounded-full bg-chat-send px-4 text-sm font-semibold text-chat-in disabled:bg-sunken disabled:text-ink-faint"
            >
              {words.simulator.send}
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Row({ choice }: { readonly choice: Choice }): ReactElement {
  const id = useId();
  return (
    <div className="flex items-center gap-3 px-4 has-[[data-state=checked]]:bg-accent-soft">
      <label htmlFor={id} className="min-w-0 flex-1 cursor-pointer py-2.5">
        <span className="block text-sm">{choice.title}</span>
        {choice.description ? <span className="block text-xs text-chat-meta">{choice.description}</span> : null}
      </label>
      <RadioGroup.Item
        id={id}
        value={choice.id}
        className="flex size-5 shrink-0 items-center justify-center rounded-full border-2 border-chat-meta data-[state=checked]:border-chat-send"
      >
        <RadioGroup.Indicator className="size-2.5 rounded-full bg-chat-send" />
      </RadioGroup.Item>
    </div>
  );
}
