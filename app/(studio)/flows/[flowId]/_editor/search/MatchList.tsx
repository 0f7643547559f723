'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useCallback, useEffect, useMemo, useRef } from 'react';
import { words } from '@/app/_words/en';
import type { FoundText } from '@/flows/edit/find-in-texts';
import { MatchRow } from './MatchRow';
import { OwnerHead } from './OwnerHead';
import { idOfMatch } from './use-matches';

type Props = {
  readonly found: readonly FoundText[];
  /** The index that the keys have come to. */
  readonly active: number;
  readonly chosen: ReadonlySet<string>;
  /** Null while nothing is to be replaced. */
  readonly replacement: string | null;
  readonly onGoTo: (match: FoundText) => void;
  readonly onChoose: (match: FoundText) => void;
  readonly onReplace: (match: FoundText) => void;
};

/** The found texts under the states and rules that say them; only those in view are drawn. */
export function MatchList({ found, active, chosen, replacement, onGoTo, onChoose, onReplace }: Props): ReactElement {
  const scroller = useRef<HTMLElement>(null);
  const lines = useMemo(() => linesOf(found), [found]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => (lines[index]?.type === 'owner' ? 36 : 64), [lines]),
    getItemKey: useCallback((index: number) => keyOf(lines[index], index), [lines]),
    overscan: 8,
  });
  const activeLine = lines.findIndex((line) => line.type === 'match' && line.index === active);
  useEffect(() => {
    if (activeLine >= 0) virtual.scrollToIndex(activeLine, { align: 'auto' });
  }, [activeLine, virtual]);
  return (
    <section
      ref={scroller}
      aria-label={words.editor.search.results}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
      tabIndex={0}
      className="h-[40dvh] overflow-y-auto rounded-xl border border-line"
    >
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.type === 'owner' ? (
                <OwnerHead place={line.match.place} />
              ) : (
                <MatchRow
                  match={line.match}
                  isActive={line.index === active}
                  isChosen={chosen.has(idOfMatch(line.match))}
                  replacement={replacement}
                  onGoTo={onGoTo}
                  onChoose={onChoose}
                  onReplace={onReplace}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Line =
  | Readonly<{ type: 'owner'; match: FoundText }>
  | Readonly<{ type: 'match'; match: FoundText; index: number }>;

function linesOf(found: readonly FoundText[]): readonly Line[] {
  return found.flatMap((match, index): Line[] => {
    const before = found[index - 1]?.place;
    const isSameOwner = before?.state === match.place.state && before?.rule === match.place.rule;
    const line: Line = { type: 'match', match, index };
    return isSameOwner ? [line] : [{ type: 'owner', match }, line];
  });
}

function keyOf(line: Line | undefined, index: number): string | number {
  return line ? `${line.type} ${idOfMatch(line.match)}` : index;
}
