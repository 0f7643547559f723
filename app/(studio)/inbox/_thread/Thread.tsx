'use client';

import { ArrowDown } from 'lucide-react';
import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { dayLabel } from '../../_phone/day-label';
import styles from '../../_phone/wallpaper.module.css';
import { NoteCard } from './NoteCard';
import { ThreadBubble, type ThreadBubbleProps } from './ThreadBubble';
import type { ThreadRow } from './thread-rows';

const texts = words.inbox.conversation;

type Props = Omit<ThreadBubbleProps, 'row'> & {
  readonly rows: readonly ThreadRow[];
  readonly unread: number;
  /** The scrolling element, so that what was sent can be scrolled to. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly older: Older;
};

/** Whether there are messages of before, and the way to them. */
export type Older = Readonly<{ hasMore: boolean; isReading: boolean; read: () => void }>;

const FAR_FROM_END_PX = 160;
/** So near to the top older messages are read. */
const NEAR_TOP_PX = 400;

/** The messages, newest at the bottom; it stays there while new ones come, unless one has scrolled up to read. */
export function Thread({ rows, unread, scroller, older, ...bubble }: Props): ReactElement {
  const [isFar, setIsFar] = useState(false);
  const line = useRef<HTMLParagraphElement>(null);
  const hasLine = rows.some(({ type }) => type === 'unread');
  const isShown = useRef(false);
  useEffect(() => {
    // Once, when the line is first there: what is new begins in sight.
    if (!hasLine || isShown.current) return;
    isShown.current = true;
    line.current?.scrollIntoView({ block: 'center' });
  }, [hasLine]);
  return (
    <div className="relative min-h-0 flex-1 bg-chat-wall">
      <div aria-hidden className={`${styles.wallpaper} absolute inset-0 bg-chat-doodle`} />
      {/* Reversed, the end is at scrollTop 0: the browser itself keeps it in view, also when older messages come on top. */}
      <section
        ref={scroller}
        aria-label={texts.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys must be able to scroll it
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          setIsFar(scrollTop < -FAR_FROM_END_PX);
          const toTop = scrollHeight - clientHeight + scrollTop;
          if (toTop < NEAR_TOP_PX && older.hasMore && !older.isReading) older.read();
        }}
        className="absolute inset-0 flex flex-col-reverse overflow-y-auto outline-offset-[-3px]"
      >
        <div role="log" aria-label={words.simulator.messages} className="pb-3">
          <Beginning older={older} />
          {rows.map((row) => (
            <Row key={row.key} row={row} line={line} {...bubble} />
          ))}
        </div>
      </section>
      {isFar ? (
        <div className="absolute right-3 bottom-3 flex gap-2">
          {unread > 0 && hasLine ? (
            <button
              type="button"
              onClick={() => line.current?.scrollIntoView({ block: 'center', behavior: 'smooth' })}
              className="min-h-10 rounded-full bg-accent px-4 text-sm font-medium text-accent-ink shadow-raised"
            >
              {texts.toUnread(unread)}
            </button>
          ) : null}
          <button
            type="button"
            aria-label={words.simulator.toNewest}
            onClick={() => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })}
            className="flex size-10 items-center justify-center rounded-full bg-chat-pill text-chat-meta shadow-raised hover:text-chat-ink"
          >
            <ArrowDown aria-hidden className="size-5" />
          </button>
        </div>
      ) : null}
    </div>
  );
}

type RowProps = Omit<ThreadBubbleProps, 'row'> & {
  readonly row: ThreadRow;
  readonly line: RefObject<HTMLParagraphElement | null>;
};

function Row({ row, line, ...bubble }: RowProps): ReactElement {
  switch (row.type) {
    case 'day':
      return (
        <p className="mx-auto mt-3 mb-1 w-fit rounded-lg bg-chat-pill px-3 py-0.5 text-xs font-medium text-chat-meta shadow-card">
          <time dateTime={row.at}>{dayLabel(row.at, new Date())}</time>
        </p>
      );
    case 'unread':
      return (
        <p
          ref={line}
          className="mt-3 mb-1 flex items-center gap-3 px-4 text-xs font-semibold text-danger before:h-px before:flex-1 before:bg-danger after:h-px after:flex-1 after:bg-danger"
        >
          {texts.unreadLine}
        </p>
      );
    case 'note':
      return <NoteCard note={row.note} />;
    case 'bubble':
      return <ThreadBubble row={row} {...bubble} />;
    default:
      return row satisfies never;
  }
}

function Beginning({ older }: { readonly older: Older }): ReactElement {
  return (
    <div className="mt-3 flex justify-center text-xs text-chat-meta">
      {older.isReading ? <Spinner label={texts.readingOlder} /> : null}
      {!older.isReading && older.hasMore ? (
        <button type="button" onClick={older.read} className="rounded-full bg-chat-pill px-3 py-1 shadow-card">
          {texts.older}
        </button>
      ) : null}
      {older.hasMore ? null : texts.beginning}
    </div>
  );
}
