'use client';

import { ArrowLeft, EllipsisVertical, PanelRight } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { Menu, MenuItem } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { LanguageChip } from '../../_lead/LanguageChip';
import { OwnerChip } from '../../_lead/OwnerChip';
import { WindowRing } from '../../_lead/WindowRing';
import { useActs } from '../_acts/acts-store';
import type { ConversationAct } from '../_acts/use-conversation-acts';
import type { Thread } from '../inbox-types';

const texts = words.inbox;

type Props = {
  readonly thread: Thread;
  readonly name: string;
  readonly acts: readonly ConversationAct[];
  readonly onBack: () => void;
};

/** Who it is, who has it, and what can be done. */
export function ConversationHeader({ thread, name, acts, onBack }: Props): ReactElement {
  const show = useActs((open) => open.show);
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-3 py-2 md:px-4">
      <IconButton icon={ArrowLeft} label={texts.conversation.back} onClick={onBack} className="md:hidden" />
      <div className="min-w-0 flex-1 basis-40">
        <h2 className="truncate text-base font-semibold">{name}</h2>
        <Standing thread={thread} />
      </div>
      <div className="flex items-center gap-1.5">
        {acts.filter(isShown).map(({ id, label, run }) => (
          <Button key={id} look={id === 'takeOver' ? 'primary' : 'quiet'} onClick={run} className="max-md:hidden">
            {label}
          </Button>
        ))}
        <IconButton
          icon={PanelRight}
          label={texts.conversation.details}
          onClick={() => show('details')}
          className="min-[85rem]:hidden"
        />
        <MoreActs acts={acts} />
      </div>
    </header>
  );
}

/** What is done most stands beside the name; on a phone it is where the thumb is. */
function isShown({ id }: ConversationAct): boolean {
  return id === 'takeOver' || id === 'returnToBot' || id === 'close';
}

function Standing({ thread }: Pick<Props, 'thread'>): ReactElement {
  const { contact, owner, handover, window } = thread;
  const status = owner ? null : handover?.status === 'requested' ? 'requested' : 'bot';
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-xs text-ink-soft">
      {owner ? <OwnerChip owner={owner} /> : null}
      {status === null ? null : <Badge tone={status === 'requested' ? 'mark' : 'plain'}>{texts.status[status]}</Badge>}
      {contact.optedOutAt ? <Badge tone="danger">{texts.conversation.optedOut}</Badge> : null}
      {contact.channel === 'simulator' ? <Badge>{texts.conversation.simulated}</Badge> : null}
      <LanguageChip language={contact.language} />
      {contact.channel === 'whatsapp' ? <WindowRing endsAt={window.endsAt} /> : null}
      {contact.phone ? <span className="tabular-nums">{contact.phone}</span> : null}
    </p>
  );
}

function MoreActs({ acts }: Pick<Props, 'acts'>): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const button = (
    <IconButton
      ref={trigger}
      icon={EllipsisVertical}
      label={texts.acts.more}
      aria-haspopup="menu"
      onClick={() => setIsOpen(true)}
    />
  );
  if (!isOpen) return button;
  return (
    <Menu
      label={texts.acts.label}
      trigger={button}
      onClose={() => setIsOpen(false)}
      returnFocus={() => trigger.current?.focus()}
    >
      {acts.map(({ id, label, key, run }) => (
        <MenuItem key={id} onSelect={run} {...(key === null ? {} : { keys: key.toUpperCase() })}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
