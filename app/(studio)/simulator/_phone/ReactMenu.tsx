'use client';

import { SmilePlus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';

const texts = words.phone;

/** The six that WhatsApp offers first. */
const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

type Props = {
  /** The customer's reaction on it now. */
  readonly given: string | null;
  /** Null takes it back. */
  readonly onReact: (emoji: string | null) => void;
};

/** The customer's emoji on a message of ours; the same one again takes it back. */
export function ReactMenu({ given, onReact }: Props): ReactElement {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={texts.react}
        className="flex size-7 shrink-0 items-center justify-center rounded-full bg-chat-pill text-ink-soft opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-70"
      >
        <SmilePlus aria-hidden className="size-[1.125rem]" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          sideOffset={4}
          collisionPadding={8}
          className="z-50 grid grid-cols-6 rounded-2xl border border-line bg-surface p-1 shadow-raised"
        >
          {emojis.map((emoji) => (
            <DropdownMenu.CheckboxItem
              key={emoji}
              checked={emoji === given}
              onSelect={() => onReact(emoji === given ? null : emoji)}
              aria-label={emoji === given ? `${emoji} ${texts.takeBack}` : emoji}
              className="flex size-10 cursor-pointer items-center justify-center rounded-xl text-xl outline-none data-[highlighted]:bg-accent-soft data-[state=checked]:bg-sunken"
            >
              {emoji}
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
