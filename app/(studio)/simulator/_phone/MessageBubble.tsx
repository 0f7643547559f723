'use client';

import { ScanSearch } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { Bubble } from '../../_phone/Bubble';
import { BubbleContent } from '../../_phone/BubbleContent';
import { Choices } from '../../_phone/Choices';
import { NotDelivered } from '../../_phone/NotDelivered';
import type { Sendable } from '../../_phone/sendable';
import type { Focus } from '../conversation-types';
import type { BubbleRow } from './thread-rows';

type Props = {
  readonly row: BubbleRow;
  readonly focus: Focus | null;
  /** Where the list of choices opens: the phone's screen. */
  readonly screen: HTMLElement | null;
  readonly onSend: (content: Sendable) => void;
  readonly onRetry: (clientId: string) => void;
  readonly onShowTurn: (turnId: string) => void;
};

/** A message of the conversation, with what can be tapped below it and the way to its turn. */
export function MessageBubble({ row, focus, screen, onSend, onRetry, onShowTurn }: Props): ReactElement {
  const { by, isFirst, at, language, tick, content, messageId, problem, turnId, unsent } = row;
  const isFocused = focus !== null && focus.messageId === messageId;
  return (
    <Bubble
      id={by === 'customer' && messageId ? `message-${messageId}` : undefined}
      by={by}
      isFirst={isFirst}
      look={isFocused ? 'marked' : 'plain'}
      at={at}
      language={language}
      tick={tick}
      below={
        <>
          <Choices content={content} language={language} screen={screen} onSend={onSend} />
          {problem ? (
            <NotDelivered reason={problem} onRetry={unsent ? () => onRetry(unsent.clientId) : undefined} />
          ) : null}
        </>
      }
      beside={
        turnId ? (
          <IconButton
            icon={ScanSearch}
            label={words.simulator.showTurn}
            onClick={() => onShowTurn(turnId)}
            className="size-7 bg-chat-pill opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-70"
          />
        ) : null
      }
    >
      <BubbleContent content={content} span={isFocused ? focus.span : null} />
    </Bubble>
  );
}
