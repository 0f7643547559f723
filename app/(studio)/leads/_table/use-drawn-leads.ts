import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import type { Lead } from '../lead-types';

/** More are asked for while so many are still below. */
const AHEAD = 20;

export type ListedLeads = {
  readonly leads: readonly Lead[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
};

/** Which of many leads are drawn: those in view. More are asked for as one scrolls. */
export function useDrawnLeads({ leads, hasMore, onMore }: ListedLeads, usualHeightPx: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: leads.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => usualHeightPx, [usualHeightPx]),
    getItemKey: useCallback((index: number) => leads[index]?.contactId ?? index, [leads]),
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const isNearEnd = (rows.at(-1)?.index ?? 0) >= leads.length - AHEAD;
  useEffect(() => {
    if (hasMore && isNearEnd) onMore();
  }, [hasMore, isNearEnd, onMore]);
  const drawn = rows.flatMap(({ index, start }) => {
    const lead = leads[index];
    return lead ? [{ lead, index, start }] : [];
  });
  return { scroller, drawn, heightPx: virtual.getTotalSize(), measure: virtual.measureElement };
}
