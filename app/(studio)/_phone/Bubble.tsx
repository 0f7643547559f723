'use client';

import { CircleAlert, FileText, Image as ImageIcon, Mic, RotateCw, ScanSearch, Video } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import type { Focus, Sendable } from '../conversation-types';
import { Choices } from './Choices';
import { clockTime } from './day-label';
import { FoldedText } from './FoldedText';
import { MessageText } from './MessageText';
import { Ticks } from './Ticks';
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

/** One message, as the customer's phone shows it. */
export function Bubble({ row, focus, screen, onSend, onRetry, onShowTurn }: Props): ReactElement {
  const isOwn = row.by === 'customer';
  const isFocused = focus !== null && focus.messageId === row.messageId;
  const { turnId, unsent } = row;
  return (
    <article
      id={isOwn && row.messageId ? `message-${row.messageId}` : undefined}
      aria-label={isOwn ? words.simulator.customerMessage : words.simulator.businessMessage}
      className={classNames(
        'group flex scroll-my-20 items-center gap-1 px-3',
        isOwn && 'flex-row-reverse',
        row.isFirst ? 'mt-2' : 'mt-0.5',
      )}
    >
      <div className="flex max-w-[85%] min-w-0 flex-col">
        <div className={bubbleClass(isOwn, row.isFirst, isFocused)} lang={row.language ?? undefined}>
          <div className={isOwn ? 'room-for-time-and-tick' : 'room-for-time'}>
            <Content row={row} span={isFocused ? focus.span : null} />
          </div>
          <p lang="en" className="absolute right-2 bottom-0.5 flex items-center gap-1 text-[0.6875rem] text-chat-meta">
            <time dateTime={row.at}>{clockTime(row.at)}</time>
            {row.tick ? <Ticks tick={row.tick} /> : null}
          </p>
        </div>
        <Choices content={row.content} language={row.language} screen={screen} onSend={onSend} />
        {row.problem ? (
          <Problem text={row.problem} onRetry={unsent ? () => onRetry(unsent.clientId) : undefined} />
        ) : null}
      </div>
      {turnId ? (
        <IconButton
          icon={ScanSearch}
          label={words.simulator.showTurn}
          onClick={() => onShowTurn(turnId)}
          className="size-7 bg-chat-pill opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-70"
        />
      ) : null}
    </article>
  );
}

function bubbleClass(isOwn: boolean, isFirst: boolean, isFocused: boolean): string {
  return classNames(
    'relative rounded-lg px-2.5 pt-1.5 pb-1.5 text-sm text-chat-ink shadow-card',
    isOwn ? 'bg-chat-out' : 'bg-chat-in',
    isFirst && (isOwn ? 'tail-own rounded-tr-none' : 'tail-other rounded-tl-none'),
    isFocused && 'ring-2 ring-mark',
  );
}

function Content({ row, span }: { readonly row: BubbleRow; readonly span: Focus['span'] }): ReactNode {
  const { content } = row;
  switch (content.type) {
    case 'text':
      return span ? <MessageText text={content.text} span={span} /> : <FoldedText text={content.text} />;
    case 'buttons':
    case 'list':
      return (
        <>
          <FoldedText text={content.text} />
          {content.footer ? <p className="mt-1 text-xs text-chat-meta">{content.footer}</p> : null}
        </>
      );
    case 'media':
      return <Media kind={content.kind} url={content.url} caption={content.caption} />;
    case 'template':
      return <Template name={content.name} variables={content.variables} />;
    case 'unsupported':
      return <p className="text-chat-meta italic">{words.simulator.unsupported(content.kind)}</p>;
    default:
      return content satisfies never;
  }
}

type MediaProps = { readonly kind: keyof typeof mediaIcons; readonly url: string; readonly caption: string | null };

/** Media is named and linked, not loaded: the author's address may lead anywhere. */
function Media({ kind, url, caption }: MediaProps): ReactElement {
  const Icon = mediaIcons[kind];
  return (
    <>
      <a
        href={/^https?:\/\//.test(url) ? url : undefined}
        target="_blank"
        rel="noreferrer noopener"
        className="mb-4 flex items-center gap-3 rounded-md bg-sunken p-3"
      >
        <Icon aria-hidden className="size-6 shrink-0 text-ink-soft" />
        <span className="min-w-0 truncate text-xs">{url.split('/').at(-1) || url}</span>
      </a>
      {caption ? <FoldedText text={caption} /> : null}
    </>
  );
}

const mediaIcons = { image: ImageIcon, video: Video, audio: Mic, document: FileText } as const;

function Template({ name, variables }: { readonly name: string; readonly variables: readonly string[] }): ReactElement {
  return (
    <>
      <p className="text-xs text-chat-meta">{words.simulator.template}</p>
      <p className="font-medium">{name}</p>
      {variables.length > 0 ? <p>{variables.join(' · ')}</p> : null}
    </>
  );
}

function Problem({
  text,
  onRetry,
}: {
  readonly text: string;
  readonly onRetry: (() => void) | undefined;
}): ReactElement {
  return (
    <div role="alert" className="mt-1 flex items-start gap-2 rounded-md bg-danger-soft px-2 py-1 text-xs text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0">{text}</span>
      {onRetry ? (
        <button
          type="button"
          onClick={onRetry}
          className="inline-flex shrink-0 items-center gap-1 font-semibold underline"
        >
          <RotateCw aria-hidden className="size-3" />
          {words.simulator.sendAgain}
        </button>
      ) : null}
    </div>
  );
}
