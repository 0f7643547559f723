'use client';

import { ArrowDown } from 'lucide-react';
import { type ReactElement, type RefObject, useState } from 'react';
import { words } from '@/app/_words/en';
import { dayLabel } from '../../_phone/day-label';
import type { Sendable } from '../../_phone/sendable';
import styles from '../../_phone/wallpaper.module.css';
import type { Focus } from '../conversation-types';
import { MessageBubble } from './MessageBubble';
import type { ThreadRow } from './thread-rows';

type Props = {
  readonly rows: readonly ThreadRow[];
  readonly isTyping: boolean;
  readonly focus: Focus | null;
  readonly screen: HTMLElement | null;
  /** The scrolling element, so that what was sent can be scrolled to. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly progress: Readonly<Record<string, number>>;
  readonly onSend: (content: Sendable, contextExternalId?: string) => void;
  readonly onRetry: (clientId: string) => void;
  readonly onCancel: (clientId: string) => void;
  readonly onShowTurn: (turnId: string) => void;
};

const FAR_FROM_END_PX = 160;

/** The messages, newest at the bottom; it stays there while new ones come, unless one has scrolled up to read. */
export function Thread({ rows, isTyping, scroller, ...handlers }: Props): ReactElement {
  const [isFarFromEnd, setIsFarFromEnd] = useState(false);
  return (
    <div className="relative min-h-0 flex-1 bg-chat-wall">
      <div aria-hidden className={`${styles.wallpaper} absolute inset-0 bg-chat-doodle`} />
      {/* Reversed, the end is at scrollTop 0: the browser itself keeps it in view. */}
      <div
        ref={scroller}
        onScroll={(event) => setIsFarFromEnd(event.currentTarget.scrollTop < -FAR_FROM_END_PX)}
        className="absolute inset-0 flex flex-col-reverse overflow-y-auto"
      >
        <div role="log" aria-label={words.simulator.messages} className="pb-3">
          <p className="mx-auto mt-3 w-fit max-w-[85%] rounded-lg bg-mark-soft px-3 py-1.5 text-center text-xs text-mark-ink">
            {words.simulator.secureService}
          </p>
          {rows.map((row) =>
            row.type === 'day' ? (
              <Day key={row.key} at={row.at} />
            ) : (
              <MessageBubble key={row.key} row={row} {...handlers} />
            ),
          )}
          {isTyping ? <TypingBubble /> : null}
        </div>
      </div>
      {isFarFromEnd ? (
        <button
          type="button"
          aria-label={words.simulator.toNewest}
          onClick={() => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })}
          className="absolute right-3 bottom-3 flex size-10 items-center justify-center rounded-full bg-chat-pill text-chat-meta shadow-raised hover:text-chat-ink"
        >
          <ArrowDown aria-hidden className="size-5" />
        </button>
      ) : null}
    </div>
  );
}

function Day({ at }: { readonly at: string }): ReactElement {
  return (
    <p className="mx-auto mt-3 mb-1 w-fit rounded-lg bg-chat-pill px-3 py-0.5 text-xs font-medium text-chat-meta shadow-card">
      <time dateTime={at}>{dayLabel(at, new Date())}</time>
    </p>
  );
}

function TypingBubble(): ReactElement {
  return (
    <div aria-hidden className="mt-2 px-3">
      <div className="tail-other relative flex w-fit gap-1 rounded-lg rounded-tl-none bg-chat-in px-3.5 py-3 shadow-card">
        {[0, 150, 300].map((delay) => (
          <span
            key={delay}
            className="size-1.5 animate-bounce rounded-full bg-chat-meta"
            style={{ animationDelay: `${delay}ms` }}
          />
        ))}
      </div>
    </div>
  );
}
