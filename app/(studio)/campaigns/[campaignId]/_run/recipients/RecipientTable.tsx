import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useEffect, useRef } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { Recipient } from '../../../campaign-types';
import { RecipientRow } from './RecipientRow';

const texts = words.campaigns.run.recipients;

const ROW_PX = 60;
/** More are asked for while so many are still below. */
const AHEAD = 20;

type Props = {
  readonly people: readonly Recipient[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly onOpen: (contactId: string) => void;
};

/** The people; only those in view are drawn, and more are read as one scrolls. */
export function RecipientTable({ people, hasMore, onMore, onOpen }: Props): ReactElement {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => people[index]?.contactId ?? index,
    overscan: 10,
  });
  const rows = virtual.getVirtualItems();
  const isNearEnd = (rows.at(-1)?.index ?? 0) >= people.length - AHEAD;
  useEffect(() => {
    if (hasMore && isNearEnd) onMore();
  }, [hasMore, isNearEnd, onMore]);
  return (
    <section
      ref={scroller}
      aria-label={texts.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[65dvh] overflow-y-auto rounded-xl border border-line bg-surface"
    >
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ key, index, start }) => {
          const person = people[index];
          if (!person) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0 border-b border-line"
              style={{ transform: `translateY(${start}px)` }}
            >
              <RecipientRow person={person} onOpen={() => onOpen(person.contactId)} />
            </li>
          );
        })}
      </ul>
      {hasMore ? <Spinner label={texts.more} className="px-4 py-2 text-sm text-ink-soft" /> : null}
    </section>
  );
}
