'use client';

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { words } from '@/app/_words/en';
import { OutlineItem } from './OutlineItem';
import type { OutlineDesk } from './use-outline';
import type { OutlineActs } from './use-outline-acts';

const ROW = 36;
const OVERSCAN = 12;

type Props = { readonly desk: OutlineDesk; readonly acts: OutlineActs };

/** The rows as a tree with one tab stop. Only those in sight are drawn, and the one that the keyboard is at. */
export function OutlineTree({ desk, acts }: Props): ReactElement {
  const { rows, found, active } = desk;
  const scroller = useRef<HTMLDivElement>(null);
  const at = active ? rows.indexOf(active) : -1;
  const rangeExtractor = useCallback((range: Range) => withActive(defaultRangeExtractor(range), at), [at]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: OVERSCAN,
    rangeExtractor,
  });
  useFocus(desk, at, virtual.scrollToIndex, scroller);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto p-1.5">
      {/* The rows take the focus, one after the other; keys that they do not know come up to here. */}
      <div
        role="tree"
        aria-label={words.editor.outline.tree}
        aria-multiselectable
        onKeyDown={acts.onKeyDown}
        className="relative"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          return row ? (
            <OutlineItem
              key={key}
              ref={virtual.measureElement}
              row={row}
              index={index}
              start={start}
              isActive={row === active}
              hasMenu={acts.menu === row.key}
              around={row.thing.type === 'state' ? (found?.states.get(row.thing.id) ?? null) : null}
              acts={acts.ofRow}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

function withActive(indexes: readonly number[], active: number): number[] {
  if (active < 0 || indexes.includes(active)) return [...indexes];
  return [...indexes, active].sort((one, other) => one - other);
}

type ScrollToIndex = (index: number, options: { align: 'auto' }) => void;

/** Shows the active row when it changes, and gives it the focus when that is asked for. */
function useFocus(
  { focus, active }: OutlineDesk,
  index: number,
  scrollToIndex: ScrollToIndex,
  scroller: { readonly current: HTMLElement | null },
): void {
  const key = active?.key;
  const scroll = useRef(() => {});
  scroll.current = () => scrollToIndex(Math.max(0, index), { align: 'auto' });
  useLayoutEffect(() => {
    if (key !== undefined) scroll.current();
  }, [key]);
  const done = useRef(focus.times);
  const give = useCallback(() => {
    scroller.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus({ preventScroll: true });
  }, [scroller]);
  useLayoutEffect(() => {
    if (focus.times === done.current || focus.when !== 'now') return;
    done.current = focus.times;
    give();
  }, [focus, give]);
  useEffect(() => {
    if (focus.times === done.current || focus.when !== 'later') return;
    done.current = focus.times;
    // After what closed has given the focus back by its own timer.
    const timer = setTimeout(give);
    return () => clearTimeout(timer);
  }, [focus, give]);
}
