'use client';

import { ScanSearch } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { Bubble } from '../../_phone/Bubble';
import { BubbleContent } from '../../_phone/BubbleContent';
import { Choices } from '../../_phone/Choices';
import { NotDelivered } from '../../_phone/NotDelivered';
import { ReactionChips } from '../../_phone/ReactionChips';
import type { Sendable } from '../../_phone/sendable';
import type { Focus } from '../conversation-types';
import { ReactMenu } from './ReactMenu';
import type { BubbleRow } from './thread-rows';
import { UploadBar } from './UploadBar';

type Props = {
  readonly row: BubbleRow;
  readonly focus: Focus | null;
  /** Where the list of choices opens: the phone's screen. */
  readonly screen: HTMLElement | null;
  /** How much of each file on its way has left, from 0 to 1, by the id of its message. */
  readonly progress: Readonly<Record<string, number>>;
  readonly onSend: (content: Sendable, contextExternalId?: string) => void;
  readonly onRetry: (clientId: string) => void;
  readonly onCancel: (clientId: string) => void;
  readonly onShowTurn: (turnId: string) => void;
};

/** A message of the conversation, with what can be tapped below it, what stands on it, and the way to its turn. */
export function MessageBubble(props: Props): ReactElement {
  const { row, focus } = props;
  const { by, isFirst, at, language, tick, content, quoted, messageId } = row;
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
      below={<Below {...props} />}
      beside={<Beside {...props} />}
    >
      <BubbleContent content={content} span={isFocused ? focus.span : null} quoted={quoted} />
    </Bubble>
  );
}

function Below({ row, screen, progress, onSend, onRetry, onCancel }: Props): ReactElement {
  const { by, content, reactions, language, externalId, problem, unsent } = row;
  return (
    <>
      <ReactionChips reactions={reactions} isOwn={by === 'customer'} />
      <Choices
        content={content}
        language={language}
        screen={screen}
        onSend={(chosen) => onSend(chosen, chosen.type === 'choice' ? (externalId ?? undefined) : undefined)}
      />
      {unsent?.content.type === 'file' && problem === null ? (
        <UploadBar
          name={unsent.content.filename}
          share={progress[unsent.clientId] ?? 0}
          onCancel={() => onCancel(unsent.clientId)}
        />
      ) : null}
      {problem ? (
        <NotDelivered
          reason={problem}
          onRetry={unsent ? () => onRetry(unsent.clientId) : undefined}
          onDrop={unsent?.content.type === 'file' ? () => onCancel(unsent.clientId) : undefined}
        />
      ) : null}
    </>
  );
}

function Beside({ row: { externalId, reactions, turnId }, onSend, onShowTurn }: Props): ReactElement {
  const given = reactions.find(({ by }) => by === 'customer')?.emoji ?? null;
  return (
    <>
      {externalId === null ? null : (
        <ReactMenu given={given} onReact={(emoji) => onSend({ type: 'reaction', to: externalId, emoji })} />
      )}
      {turnId ? (
        <IconButton
          icon={ScanSearch}
          label={words.simulator.showTurn}
          onClick={() => onShowTurn(turnId)}
          className="size-7 bg-chat-pill opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-70"
        />
      ) : null}
    </>
  );
}
