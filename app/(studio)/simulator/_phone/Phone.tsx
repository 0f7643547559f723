'use client';

import { BadgeCheck, Building2, RotateCcw } from 'lucide-react';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { Composer } from '../../_phone/Composer';
import type { Sendable } from '../../_phone/sendable';
import type { ChatMessage, Conversation, Focus } from '../conversation-types';
import { Thread } from './Thread';
import { threadRows } from './thread-rows';
import { useAttaching } from './use-attaching';
import { useSending } from './use-sending';
import { useSuggestions } from './use-suggestions';

type Props = {
  readonly contactId: string | null;
  readonly conversation: Conversation | undefined;
  readonly businessName: string;
  /** True when the server stopped answering and what is shown may be old. */
  readonly isStale: boolean;
  readonly focus: Focus | null;
  /** Stands in place of the messages: nothing there yet, being read, or a problem. */
  readonly instead: ReactNode;
  readonly onReset: (() => void) | null;
  readonly onShowTurn: (turnId: string) => void;
};

/** The customer's phone with the chat open. */
export function Phone(props: Props): ReactElement {
  const { contactId, conversation, isStale, focus, instead, onShowTurn } = props;
  const [screen, setScreen] = useState<HTMLElement | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { unsent, send, sendFile, retry, cancel, progress } = useSending(contactId);
  const suggestions = useSuggestions(conversation);
  const messages = conversation?.messages ?? [];
  // The server knows a message by the id that it was sent with: once it is there, it is no longer on its way.
  const onItsWay = unsent.filter(({ clientId }) => !messages.some(({ id }) => id === clientId));
  const rows = threadRows(messages, onItsWay);
  const isTyping = conversation?.isReplying ?? false;
  const showNewest = (): void => scroller.current?.scrollTo({ top: 0 });
  const sendAndShow = (content: Sendable, contextExternalId?: string): void => {
    send(content, contextExternalId);
    if (content.type !== 'reaction') showNewest();
  };
  const attaching = useAttaching(sendAndShow, async (picked) => {
    await sendFile(picked);
    showNewest();
  });
  return (
    <section
      ref={setScreen}
      aria-label={words.simulator.phone}
      className="relative flex h-full w-full flex-col overflow-hidden bg-chat-bar lg:max-w-[26.5rem] lg:rounded-[2.25rem] lg:border-8 lg:border-device lg:shadow-raised"
    >
      <Header {...props} isTyping={isTyping} />
      {isStale ? (
        <p role="status" className="bg-mark-soft px-3 py-1.5 text-center text-xs text-mark-ink">
          {words.simulator.stale}
        </p>
      ) : null}
      {instead ?? (
        <Thread
          rows={rows}
          isTyping={isTyping}
          focus={focus}
          screen={screen}
          scroller={scroller}
          progress={progress}
          onSend={sendAndShow}
          onRetry={retry}
          onCancel={cancel}
          onShowTurn={onShowTurn}
        />
      )}
      {attaching.problem ? (
        <p role="alert" className="bg-danger-soft px-3 py-1.5 text-center text-xs text-danger">
          {attaching.problem}
        </p>
      ) : null}
      <Composer
        // What is being recorded belongs to the one who speaks.
        key={contactId}
        attaching={{ screen, onAttach: attaching.attach }}
        isDisabled={!conversation}
        suggestions={suggestions}
        language={conversation?.contact.language ?? 'en'}
        sent={messages.flatMap(textSent)}
        onSend={(text) => sendAndShow({ type: 'text', text })}
      />
    </section>
  );
}

function textSent(message: ChatMessage): string[] {
  return message.direction === 'in' && message.content.type === 'text' ? [message.content.text] : [];
}

function Header({ businessName, isTyping, onReset }: Props & { readonly isTyping: boolean }): ReactElement {
  return (
    <header className="flex shrink-0 items-center gap-3 bg-chat-bar px-3 py-2.5 shadow-card">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent text-accent-ink">
        <Building2 aria-hidden className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="flex items-center gap-1 text-base leading-tight font-semibold">
          <span className="truncate">{businessName}</span>
          <BadgeCheck aria-hidden className="size-4 shrink-0 text-chat-send" />
        </h2>
        <p aria-live="polite" className="truncate text-xs text-chat-meta">
          {isTyping ? (
            <span className="text-chat-action">{words.simulator.typing}</span>
          ) : (
            words.simulator.businessAccount
          )}
        </p>
      </div>
      {onReset ? <IconButton icon={RotateCcw} label={words.simulator.startOver} onClick={onReset} /> : null}
    </header>
  );
}
