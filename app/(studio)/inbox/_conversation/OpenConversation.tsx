'use client';

import { MessageCircleX, TriangleAlert } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { draftsStore, type Quote } from '../../_drafts/drafts-store';
import { isMissing, problemOf } from '../../_trpc/problem-of';
import { useActs } from '../_acts/acts-store';
import { Dialogs } from '../_acts/Dialogs';
import { useConversationActs } from '../_acts/use-conversation-acts';
import { Composer } from '../_composer/Composer';
import { useSending } from '../_composer/use-sending';
import { Context } from '../_context/Context';
import { ConversationKeys } from '../_keys/ConversationKeys';
import { Thread } from '../_thread/Thread';
import { countUnread, threadRows } from '../_thread/thread-rows';
import type { Thread as ThreadState } from '../inbox-types';
import { ConversationHeader } from './ConversationHeader';
import { useConversation } from './use-conversation';
import { usePresence } from './use-presence';
import { useReadingMark } from './use-reading-mark';

const texts = words.inbox.conversation;

type Props = { readonly contactId: string; readonly onBack: () => void };

/** One conversation: what was said, where an officer writes, and beside it what is known about the customer. */
export function OpenConversation({ contactId, onBack }: Props): ReactElement {
  const conversation = useConversation(contactId);
  const { reading, thread } = conversation;
  const isGone = reading.isError && isMissing(reading.error);
  if (thread && !isGone) return <Opened {...{ contactId, conversation, thread, onBack }} />;
  return (
    <section aria-label={texts.label} className="flex min-w-0 flex-1 flex-col justify-center">
      {reading.isPending ? <Spinner label={texts.loading} className="mx-auto text-sm text-ink-soft" /> : null}
      {isGone ? (
        <Notice
          icon={MessageCircleX}
          title={thread ? texts.othersTitle : texts.missingTitle}
          action={<Button onClick={onBack}>{texts.back}</Button>}
        >
          {thread ? texts.othersBody : texts.missingBody}
        </Notice>
      ) : null}
      {reading.isError && !isGone ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void reading.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(reading.error)}
        </Notice>
      ) : null}
    </section>
  );
}

type OpenedProps = Props & {
  readonly conversation: ReturnType<typeof useConversation>;
  readonly thread: ThreadState;
};

function Opened({ contactId, conversation, thread, onBack }: OpenedProps): ReactElement {
  const { reading, messages, notes } = conversation;
  const name = thread.contact.name ?? thread.contact.phone ?? words.inbox.list.unnamed;
  const acts = useConversationActs(thread);
  const presence = usePresence(contactId);
  const sending = useSending(contactId);
  const readBefore = useReadingMark(thread);
  const { dialog, show, write } = useActs();
  const [focusId, setFocusId] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  // What was open or wanted in one conversation is not in the next.
  useEffect(() => () => useActs.getState().reset(), []);
  // The server knows a message by the id that it was sent with: once it is there, it is no longer on its way.
  const unsent = sending.unsent.filter(({ clientId }) => !messages.some(({ id }) => id === clientId));
  const { hasNextPage: hasMore, isFetchingNextPage } = reading;
  const showMessage = (messageId: string): void => {
    // The message must be marked, and nothing lie over it, before it can be scrolled to.
    flushSync(() => {
      show(null);
      setFocusId(messageId);
    });
    document.getElementById(`message-${messageId}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  const replyTo = (quote: Quote): void => {
    draftsStore.type(contactId, { quote });
    write('reply');
  };
  const context = (
    <Context
      contactId={contactId}
      onShowMessage={showMessage}
      canReply={thread.canType}
      canOpenLead={acts.some(({ id }) => id === 'openLead')}
    />
  );
  return (
    <>
      <section aria-label={texts.label} className="flex min-w-0 flex-1 flex-col">
        <ConversationHeader thread={thread} name={name} acts={acts} onBack={onBack} />
        {reading.isError ? (
          <p role="status" className="bg-mark-soft px-3 py-1.5 text-center text-xs text-mark-ink">
            {texts.stale}
          </p>
        ) : null}
        <Thread
          rows={threadRows({ messages, notes, unsent, readBefore, hasMore })}
          unread={countUnread(messages, readBefore)}
          contactId={contactId}
          language={thread.contact.language}
          focusId={focusId}
          scroller={scroller}
          older={{ hasMore, isReading: isFetchingNextPage, read: () => void reading.fetchNextPage() }}
          onReply={thread.canType ? replyTo : null}
          onRetry={sending.retry}
          onDrop={sending.drop}
        />
        <Composer
          thread={thread}
          name={name}
          acts={acts}
          presence={presence}
          sending={sending}
          onSent={() => scroller.current?.scrollTo({ top: 0 })}
        />
      </section>
      <aside
        aria-label={texts.details}
        className="hidden w-85 shrink-0 overflow-y-auto border-l border-line bg-surface min-[85rem]:block"
      >
        {context}
      </aside>
      {dialog === 'details' ? (
        <Sheet title={texts.details} closeLabel={words.close} size="side" isOpen onClose={() => show(null)}>
          {context}
        </Sheet>
      ) : null}
      <Dialogs thread={thread} />
      <ConversationKeys acts={acts} />
    </>
  );
}
