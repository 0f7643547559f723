'use client';

import { ContactRound, MapPin, Plus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactElement, useRef, useState } from 'react';
import { words } from '@/app/_words/en';
import { mediaIcons } from '../media-icons';
import type { Attachment } from './attachment';
import { ContactSheet } from './ContactSheet';
import { PlaceSheet } from './PlaceSheet';
import type { PickedFile } from './picked-file';

const texts = words.phone;

type Props = {
  readonly isDisabled: boolean;
  /** Where the sheets open: the phone's screen. */
  readonly screen: HTMLElement | null;
  readonly onAttach: (attachment: Attachment) => void;
};

/** The plus beside the field: files of every kind, a place, somebody's card. */
export function AttachMenu({ isDisabled, screen, onAttach }: Props): ReactElement {
  const [sheet, setSheet] = useState<'location' | 'contact' | null>(null);
  const [kind, setKind] = useState<FileKind>('document');
  const input = useRef<HTMLInputElement>(null);
  const pick = (wanted: FileKind): void => {
    setKind(wanted);
    // The input's `accept` is set at once, and the picker opens within the press, as browsers demand.
    input.current?.setAttribute('accept', accepted[wanted]);
    input.current?.click();
  };
  const close = (): void => setSheet(null);
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger disabled={isDisabled} aria-label={texts.attach} className={plus}>
          <Plus aria-hidden className="size-5" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content side="top" align="start" sideOffset={8} collisionPadding={8} className={panel}>
            {fileKinds.map((wanted) => (
              <Item key={wanted} icon={mediaIcons[wanted]} onSelect={() => pick(wanted)}>
                {texts.attachments[wanted]}
              </Item>
            ))}
            <Item icon={MapPin} onSelect={() => setSheet('location')}>
              {texts.attachments.location}
            </Item>
            <Item icon={ContactRound} onSelect={() => setSheet('contact')}>
              {texts.attachments.contact}
            </Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onAttach({ type: 'file', picked: { kind, file } });
          // The same file can be chosen again.
          target.value = '';
        }}
      />
      <PlaceSheet
        isOpen={sheet === 'location'}
        screen={screen}
        onClose={close}
        onSend={(content) => onAttach({ type: 'content', content })}
      />
      <ContactSheet
        isOpen={sheet === 'contact'}
        screen={screen}
        onClose={close}
        onSend={(content) => onAttach({ type: 'content', content })}
      />
    </>
  );
}

type FileKind = Exclude<PickedFile['kind'], 'audio'>;
const fileKinds = ['document', 'image', 'video', 'voice'] as const satisfies FileKind[];

/** A document may be any file, as on a phone. */
const accepted = {
  document: '',
  image: 'image/jpeg,image/png,image/webp',
  video: 'video/mp4,video/3gpp',
  voice: 'audio/*',
} as const satisfies Record<FileKind, string>;

type ItemProps = {
  readonly icon: typeof MapPin;
  readonly onSelect: () => void;
  readonly children: string;
};

function Item({ icon: Icon, onSelect, children }: ItemProps): ReactElement {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={item}>
      <Icon aria-hidden className="size-5 shrink-0 text-chat-action" />
      {children}
    </DropdownMenu.Item>
  );
}

const plus =
  'flex size-10 shrink-0 items-center justify-center rounded-full text-chat-meta hover:text-chat-ink disabled:opacity-45';
const panel = 'z-50 min-w-52 rounded-xl border border-line bg-surface p-1.5 text-sm shadow-raised';
const item =
  'flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-2.5 outline-none select-none data-[highlighted]:bg-accent-soft';
