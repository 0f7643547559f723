'use client';

import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { Button } from '@/app/_ui/Button';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import { draftsStore } from '../../_drafts/drafts-store';
import { useMinute } from '../../_lead/use-minute';
import { useActs } from '../_acts/acts-store';
import type { ConversationAct } from '../_acts/use-conversation-acts';
import { ThumbActs } from '../_conversation/ThumbActs';
import type { usePresence } from '../_conversation/use-presence';
import type { Thread } from '../inbox-types';
import { type ComposerMode, composerMode } from './composer-mode';
import { Locked } from './Locked';
import { NoteBox } from './NoteBox';
import { OfferReturn } from './OfferReturn';
import { PresenceLine } from './PresenceLine';
import { ReplyBox } from './ReplyBox';
import { Scheduled } from './Scheduled';
import { TemplatePicker } from './TemplatePicker';
import type { useSending } from './use-sending';

const texts = words.inbox.composer;

type Props = {
  readonly thread: Thread;
  readonly name: string;
  readonly acts: readonly ConversationAct[];
  readonly presence: ReturnType<typeof usePresence>;
  readonly sending: ReturnType<typeof useSending>;
  readonly onSent: () => void;
};

const tabs = [
  { id: 'reply', label: texts.tabs.reply },
  { id: 'note', label: texts.tabs.note },
] as const;

/** Where an officer writes: to the customer, as far as that can be now, or a note for colleagues, always. */
export function Composer({ thread, name, acts, presence, sending, onSent }: Props): ReactElement {
  const { id: contactId } = thread.contact;
  const { tab, choose } = useActs();
  const mode = composerMode(thread, useMinute());
  return (
    <section
      aria-label={texts.label}
      className="shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <PresenceLine presence={presence} />
      <OfferReturn thread={thread} />
      {tab === 'reply' ? <Locked mode={mode} contactId={contactId} name={name} /> : null}
      <div className="flex items-center justify-between gap-2 px-3 pt-2">
        <div className="min-w-0 flex-1 md:max-w-72">
          <Segments label={texts.tabs.label} segments={tabs} active={tab} onChange={choose} />
        </div>
        <ThumbActs acts={acts} />
      </div>
      {tab === 'note' ? <NoteBox contactId={contactId} /> : null}
      {tab === 'reply' && mode.type === 'template' ? <Templates {...{ contactId, sending, onSent }} /> : null}
      {tab === 'reply' && mode.type !== 'free' ? <KeptDraft contactId={contactId} why={mode.type} /> : null}
      {tab === 'reply' && mode.type === 'free' ? <FreeReply {...{ thread, name, presence, sending, onSent }} /> : null}
      {tab === 'reply' ? <Scheduled contactId={contactId} canRemove={mode.type !== 'others'} /> : null}
    </section>
  );
}

function FreeReply({ thread, name, presence, sending, onSent }: Omit<Props, 'acts'>): ReactElement {
  const [isTemplate, setIsTemplate] = useState(false);
  const { id: contactId } = thread.contact;
  if (!isTemplate) {
    return <ReplyBox {...{ thread, name, presence, sending, onSent }} onTemplate={() => setIsTemplate(true)} />;
  }
  return (
    <>
      <Templates {...{ contactId, sending, onSent }} />
      <div className="px-4 pb-3">
        <Button look="bare" onClick={() => setIsTemplate(false)}>
          {texts.backToReply}
        </Button>
      </div>
    </>
  );
}

type TemplatesProps = Pick<Props, 'sending' | 'onSent'> & { readonly contactId: string };

function Templates({ contactId, sending, onSent }: TemplatesProps): ReactElement {
  return (
    <div className="max-h-[45dvh] overflow-y-auto">
      <TemplatePicker
        contactId={contactId}
        onSend={(content) => {
          sending.send(content);
          onSent();
        }}
      />
    </div>
  );
}

type KeptProps = { readonly contactId: string; readonly why: Exclude<ComposerMode['type'], 'free'> };

/** What was typed before words could not be sent any more: it waits in sight. */
function KeptDraft({ contactId, why }: KeptProps): ReactElement {
  const drafts = useSyncExternalStore(draftsStore.subscribe, draftsStore.read, draftsStore.readOnServer);
  const { reply } = draftsStore.of(drafts, contactId);
  if (reply === '') return <div className="h-3" />;
  return (
    <div className="px-4 py-3">
      <p className="text-xs text-ink-faint">{words.inbox.locked.kept[why]}</p>
      <p className="mt-1 line-clamp-3 text-sm whitespace-pre-wrap text-ink-soft wrap-anywhere">{reply}</p>
    </div>
  );
}
