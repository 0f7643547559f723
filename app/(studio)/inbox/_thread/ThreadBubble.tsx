'use client';

import { Languages, Reply, ScanSearch } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import type { Quote } from '../../_drafts/drafts-store';
import { useMe } from '../../_me/use-me';
import { Bubble } from '../../_phone/Bubble';
import { BubbleContent } from '../../_phone/BubbleContent';
import { NotDelivered } from '../../_phone/NotDelivered';
import { ReactionChips } from '../../_phone/ReactionChips';
import { wordsOfBubble, writtenIn } from '../../_phone/shown-content';
import { OfferedChoices } from './OfferedChoices';
import { ReadingCard } from './ReadingCard';
import { TranslationCard } from './TranslationCard';
import type { BubbleRow } from './thread-rows';

const texts = words.inbox;

export type ThreadBubbleProps = {
  readonly row: BubbleRow;
  readonly contactId: string;
  /** The language in which the customer writes. */
  readonly language: string;
  /** The message that a fact came from. */
  readonly focusId: string | null;
  /** Begins a reply that shows the message above itself; null where nobody can write. */
  readonly onReply: ((quote: Quote) => void) | null;
  readonly onRetry: (clientId: string) => void;
  readonly onDrop: (clientId: string) => void;
};

/** A message as the customer's phone shows it, with who wrote it, how far it came, and what the bot read in it. */
export function ThreadBubble(props: ThreadBubbleProps): ReactElement {
  const { row, language, focusId } = props;
  const { by, isFirst, author, at, tick, content, quoted, messageId, isCancelled } = row;
  const [isRead, setIsRead] = useState(false);
  const [isTranslated, setIsTranslated] = useState(false);
  const isMarked = focusId !== null && focusId === messageId;
  return (
    <Bubble
      {...(messageId === null ? {} : { id: `message-${messageId}` })}
      by={by}
      isFirst={isFirst}
      look={isMarked ? 'marked' : isCancelled ? 'old' : 'plain'}
      at={at}
      language={by === 'customer' ? language : row.language}
      tick={tick}
      author={isFirst ? author : null}
      below={<Below {...props} isRead={isRead} isTranslated={isTranslated} />}
      beside={
        <Beside
          {...props}
          onRead={() => setIsRead((before) => !before)}
          onTranslate={() => setIsTranslated((before) => !before)}
        />
      }
    >
      <BubbleContent content={content} quoted={quoted} />
    </Bubble>
  );
}

type BelowProps = ThreadBubbleProps & { readonly isRead: boolean; readonly isTranslated: boolean };

function Below({ row, contactId, onRetry, onDrop, isRead, isTranslated }: BelowProps): ReactElement {
  const { by, content, reactions, problem, unsent, turnId, messageId, isCancelled } = row;
  return (
    <>
      <ReactionChips reactions={reactions} isOwn={by === 'customer'} />
      <OfferedChoices content={content} language={row.language} />
      {isCancelled ? <p className="px-1 text-xs text-chat-meta">{texts.conversation.cancelled}</p> : null}
      {problem && !isCancelled ? (
        <NotDelivered
          reason={problem}
          onRetry={unsent ? () => onRetry(unsent.clientId) : undefined}
          onDrop={unsent ? () => onDrop(unsent.clientId) : undefined}
        />
      ) : null}
      {isTranslated && messageId !== null ? <TranslationCard contactId={contactId} messageId={messageId} /> : null}
      {isRead && turnId !== null ? <ReadingCard turnId={turnId} /> : null}
    </>
  );
}

type BesideProps = ThreadBubbleProps & { readonly onRead: () => void; readonly onTranslate: () => void };

function Beside({ row, language, onReply, onRead, onTranslate }: BesideProps): ReactElement {
  const { languages } = useMe();
  const spoken = row.by === 'customer' ? language : (row.language ?? language);
  const id = row.by === 'customer' ? row.messageId : row.externalId;
  const hasWords = row.messageId !== null && wordsOfBubble(row.content).trim() !== '';
  return (
    <>
      {onReply !== null && id !== null ? (
        <IconButton
          icon={Reply}
          label={texts.conversation.reply}
          onClick={() =>
            onReply({
              id,
              words: wordsOfBubble(row.content),
              language: writtenIn(row.content) === null ? 'en' : spoken,
            })
          }
          className={quiet}
        />
      ) : null}
      {row.by === 'customer' && row.turnId !== null ? (
        <IconButton icon={ScanSearch} label={texts.reading.show} onClick={onRead} className={quiet} />
      ) : null}
      {hasWords && !(languages.includes(spoken) || spoken === 'en') ? (
        <IconButton icon={Languages} label={texts.translation.show} onClick={onTranslate} className={quiet} />
      ) : null}
    </>
  );
}

const quiet =
  'size-7 bg-chat-pill opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-70';
