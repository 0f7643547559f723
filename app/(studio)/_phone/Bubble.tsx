import type { ReactElement, ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { clockTime } from './day-label';
import { type Tick, Ticks } from './Ticks';

type Props = {
  readonly by: 'business' | 'customer';
  readonly id?: string | undefined;
  /** The first of several in a row by the same side: it has the tail. */
  readonly isFirst: boolean;
  /** `marked` has a ring around it; `old` is what was said before. */
  readonly look?: 'plain' | 'marked' | 'old';
  /** ISO 8601. */
  readonly at: string;
  /** In which timezone the time is told; without it, in that of the person who looks. */
  readonly timezone?: string;
  readonly language: string | null;
  readonly tick: Tick | null;
  /** Who of the business wrote it, where that matters. */
  readonly author?: string | null;
  /** A click on the words is a shortcut for the mouse; the same act needs a button of its own. */
  readonly onOpen?: (() => void) | null;
  readonly children: ReactNode;
  /** What belongs to the message and stands under it: choices, a problem. */
  readonly below?: ReactNode;
  /** Acts on the message. */
  readonly beside?: ReactNode;
};

/** One message, as the customer's phone shows it. */
export function Bubble(props: Props): ReactElement {
  const { by, id, isFirst, look = 'plain', at, timezone, language, tick, onOpen, below, beside } = props;
  const isOwn = by === 'customer';
  return (
    <article
      id={id}
      aria-label={isOwn ? words.simulator.customerMessage : words.simulator.businessMessage}
      className={classNames(
        'group flex scroll-my-20 items-center gap-1 px-3',
        isOwn && 'flex-row-reverse',
        isFirst ? 'mt-2' : 'mt-0.5',
      )}
    >
      <div className="flex max-w-[85%] min-w-0 flex-col">
        <div className={bubbleClass(isOwn, isFirst, look)} lang={language ?? undefined}>
          {props.author ? (
            <p lang="en" className="text-xs font-semibold text-chat-action">
              {props.author}
            </p>
          ) : null}
          {/* biome-ignore-start lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: see onOpen */}
          <div
            className={classNames(tick ? 'room-for-time-and-tick' : 'room-for-time', onOpen && 'cursor-pointer')}
            onClick={onOpen ? () => openUnlessMarking(onOpen) : undefined}
          >
            {props.children}
          </div>
          {/* biome-ignore-end lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: see onOpen */}
          <p lang="en" className="absolute right-2 bottom-0.5 flex items-center gap-1 text-[0.6875rem] text-chat-meta">
            <time dateTime={at}>{clockTime(at, timezone)}</time>
            {tick ? <Ticks tick={tick} /> : null}
          </p>
        </div>
        {below}
      </div>
      {beside}
    </article>
  );
}

/** Who marks words wants to copy them. */
function openUnlessMarking(onOpen: () => void): void {
  if (document.getSelection()?.isCollapsed !== false) onOpen();
}

function bubbleClass(isOwn: boolean, isFirst: boolean, look: NonNullable<Props['look']>): string {
  return classNames(
    'relative rounded-lg px-2.5 pt-1.5 pb-1.5 text-sm text-chat-ink shadow-card',
    isOwn ? 'bg-chat-out' : 'bg-chat-in',
    isFirst && (isOwn ? 'tail-own rounded-tr-none' : 'tail-other rounded-tl-none'),
    look === 'marked' && 'ring-2 ring-mark',
    look === 'old' && 'text-chat-meta line-through decoration-1 shadow-none',
  );
}
