'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { Inbox as InboxIcon, SearchX, TriangleAlert } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { countFilters, type Place } from '../_address/address';
import { useAddress } from '../_address/use-address';
import type { ConversationRow } from '../inbox-types';
import { ConversationItem } from './ConversationItem';
import type { useConversations } from './use-conversations';

const texts = words.inbox.list;
const ROW_PX = 92;
/** So many rows before the end more are read. */
const AHEAD = 10;

type Props = {
  readonly reading: ReturnType<typeof useConversations>;
  readonly rows: readonly ConversationRow[];
  /** Shows the whole queue again. */
  readonly onClear: () => void;
};

/** The conversations of the queue; of thousands only those in sight are drawn. */
export function ConversationList({ reading, rows, onClear }: Props): ReactElement {
  const { place } = useAddress();
  if (reading.isPending) return <Spinner label={texts.loading} className="p-5 text-sm text-ink-soft" />;
  if (reading.isError && rows.length === 0) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void reading.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(reading.error)}
      </Notice>
    );
  }
  if (rows.length > 0) return <Rows reading={reading} rows={rows} />;
  const isNarrowed = place.search !== '' || countFilters(place) > 0;
  return isNarrowed ? (
    <Notice icon={SearchX} title={texts.noMatchTitle} action={<Button onClick={onClear}>{texts.clear}</Button>}>
      {texts.noMatch}
    </Notice>
  ) : (
    <Notice icon={InboxIcon} title={texts.emptyTitle}>
      {texts.empty[place.queue]}
    </Notice>
  );
}

function Rows({ reading, rows }: Pick<Props, 'reading' | 'rows'>): ReactElement {
  const { place, query, open } = useAddress();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.contactId ?? index,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = reading;
  const wantsMore = hasNextPage && !isFetchingNextPage && last >= rows.length - AHEAD;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);
  useOpenInSight(place, rows, (index) => virtual.scrollToIndex(index));
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label={texts.label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const row = rows[index];
          return row ? (
            <li
              key={key}
              className="absolute inset-x-0 border-b border-line"
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
            >
              <ConversationItem
                row={row}
                query={query}
                isOpen={row.contactId === place.contactId}
                onOpen={() => open(row.contactId)}
              />
            </li>
          ) : null;
        })}
      </ul>
      {isFetchingNextPage ? <Spinner label={texts.more} className="p-3 text-xs text-ink-soft" /> : null}
    </div>
  );
}

/** The open conversation stays in sight when one walks by keys, not when the list moves by itself. */
function useOpenInSight(place: Place, rows: readonly ConversationRow[], show: (index: number) => void): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === place.contactId) return;
    shown.current = place.contactId;
    const index = rows.findIndex(({ contactId }) => contactId === place.contactId);
    if (index >= 0) show(index);
  });
}
