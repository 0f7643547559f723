'use client';

import { useCommandState } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactElement } from 'react';
import { CommandGroup, CommandItem, CommandList } from '@/app/_ui/CommandList';
import { words } from '@/app/_words/en';
import { useConversationActs } from '../_acts/use-conversation-acts';
import { queues } from '../_address/address';
import { useAddress } from '../_address/use-address';
import { useConversation } from '../_conversation/use-conversation';
import type { ConversationRow } from '../inbox-types';

const texts = words.inbox;

type Props = {
  readonly rows: readonly ConversationRow[];
  readonly onSearch: (text: string) => void;
  readonly onClose: () => void;
};

/** Every act of the open conversation, every conversation of the list and every queue, found by typing. */
export function Palette({ rows, onSearch, onClose }: Props): ReactElement {
  const { place, open, narrow } = useAddress();
  const after = (act: () => void) => (): void => {
    onClose();
    act();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[12dvh] z-50 mx-auto flex max-h-[70dvh] max-w-xl flex-col overflow-hidden rounded-2xl bg-surface shadow-raised outline-none"
        >
          <Dialog.Title className="sr-only">{texts.palette.label}</Dialog.Title>
          <CommandList label={texts.palette.label} placeholder={texts.palette.placeholder} empty={texts.palette.empty}>
            {place.contactId === null ? null : <Acts contactId={place.contactId} onClose={onClose} />}
            <CommandGroup heading={texts.palette.conversations}>
              <SearchAll onSearch={(text) => after(() => onSearch(text))()} />
              {rows.map(({ contactId, name, phone, preview }) => (
                <CommandItem
                  key={contactId}
                  value={`conversation ${contactId}`}
                  keywords={[name ?? '', phone ?? '', preview]}
                  onSelect={after(() => open(contactId))}
                >
                  <span className="shrink-0 font-medium">{name ?? phone ?? texts.list.unnamed}</span>
                  <span className="min-w-0 truncate text-ink-soft">{preview}</span>
                </CommandItem>
              ))}
            </CommandGroup>
            <CommandGroup heading={texts.palette.queues}>
              {queues.map((queue) => (
                <CommandItem
                  key={queue}
                  value={`queue ${texts.queues[queue]}`}
                  onSelect={after(() => narrow({ queue }))}
                >
                  {texts.queues[queue]}
                </CommandItem>
              ))}
            </CommandGroup>
          </CommandList>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Acts({ contactId, onClose }: { readonly contactId: string; readonly onClose: () => void }): ReactElement {
  const acts = useConversationActs(useConversation(contactId).thread);
  return (
    <CommandGroup heading={texts.palette.acts}>
      {acts.map(({ id, label, key, run }) => (
        <CommandItem
          key={id}
          value={`act ${label}`}
          onSelect={() => {
            onClose();
            run();
          }}
        >
          <span className="flex-1">{label}</span>
          {key === null ? null : (
            <kbd className="rounded-md border border-line bg-sunken px-1.5 font-sans text-xs text-ink-soft uppercase">
              {key}
            </kbd>
          )}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

/** The list holds a queue's beginning only: this looks in all. */
function SearchAll({ onSearch }: { readonly onSearch: (text: string) => void }): ReactElement | null {
  const text = useCommandState((state) => state.search).trim();
  if (text === '') return null;
  return (
    <CommandItem value={`search ${text}`} onSelect={() => onSearch(text)}>
      <Search aria-hidden className="size-4 shrink-0 text-ink-soft" />
      {texts.palette.searching(text)}
    </CommandItem>
  );
}
