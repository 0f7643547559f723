'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { words } from '@/app/_words/en';
import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import { GridRow } from './GridRow';
import { LanguageHead } from './LanguageHead';
import type { LanguageCounts } from './language-counts';
import type { RowFilter } from './row-filter';
import { useActiveCell } from './use-active-cell';
import { useCellClipboard } from './use-cell-clipboard';
import { useCellKeys } from './use-cell-keys';
import type { Drafting } from './use-drafting';
import { useRowKeys } from './use-row-keys';

const texts = words.editor.languages;
const rowHeight = (): number => 84;

export type TextsProps = {
  readonly rows: readonly TranslationRow[];
  /** The shown ones, the flow's own first. */
  readonly languages: readonly LanguageCode[];
  /** What the heads of the languages are about; a moment behind the rows. */
  readonly heads: Readonly<{
    rows: readonly TranslationRow[];
    counts: ReadonlyMap<LanguageCode, LanguageCounts>;
    drafting: Drafting;
  }>;
  /** A text was written; by its key. */
  readonly onWrite: (key: string) => void;
};

type Props = TextsProps & { readonly filter: RowFilter };

/** The texts as a grid, a row each, with a column for each language. Only the rows in view, and the active one, are drawn. */
export function TextGrid({ rows, languages, heads, onWrite, filter }: Props): ReactElement {
  const grid = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState('');
  const active = useActiveCell(rows, languages.length, grid);
  const cellKeys = useCellKeys(active, rows, languages.length);
  const onPasted = (count: number): void => setTold(texts.pasted(count));
  const clipboard = useCellClipboard({ active, rows, languages, onWrite, onPasted });
  const keys = useRowKeys(rows);
  // Another filter begins at its top; this reaches the element that scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the filter scrolls
  useEffect(() => {
    grid.current?.scrollTo({ top: 0 });
  }, [filter]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    // The same functions as long as they can be: with new ones, every row would be measured anew.
    estimateSize: rowHeight,
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    overscan: 6,
    // The active row keeps the focus, and with it the keys, however far one scrolls.
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), active.row),
  });
  const columns = useMemo(
    () => ({ gridTemplateColumns: `12rem repeat(${languages.length}, minmax(17rem, 1fr))` }),
    [languages.length],
  );
  return (
    <>
      <p role="status" className="sr-only">
        {told}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: rows that are not drawn have no place in a table */}
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={texts.table}
        aria-rowcount={rows.length + 1}
        aria-colcount={languages.length + 1}
        {...cellKeys}
        {...clipboard}
        className="min-h-0 flex-1 overflow-auto outline-none"
      >
        <div className="w-max min-w-full">
          {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a grid of boxes; its cells take the focus */}
          <div role="row" aria-rowindex={1} className="sticky top-0 z-10 grid bg-surface shadow-card" style={columns}>
            <ColumnHead>
              <span className="text-xs font-medium text-ink-soft">{texts.place}</span>
            </ColumnHead>
            {languages.map((language) => (
              <ColumnHead key={language}>
                <LanguageHead
                  language={language}
                  counts={heads.counts.get(language)}
                  rows={heads.rows}
                  drafting={heads.drafting}
                />
              </ColumnHead>
            ))}
          </div>
          <div className="relative" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ key, index, start }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <GridRow
                  key={key}
                  row={row}
                  index={index}
                  start={start}
                  measure={virtual.measureElement}
                  languages={languages}
                  columns={columns}
                  activeColumn={index === active.row ? active.column : null}
                  isEditing={index === active.row && active.isEditing}
                  onWrite={onWrite}
                />
              );
            })}
          </div>
        </div>
      </div>
      <p className="border-t border-line px-4 py-1 text-xs text-ink-faint">{texts.keys}</p>
    </>
  );
}

function ColumnHead({ children }: { readonly children: ReactElement }): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: what can be pressed is inside
    <div role="columnheader" className="min-w-0 border-r border-line px-3 py-2 last:border-r-0">
      {children}
    </div>
  );
}

function withRow(indexes: number[], row: number): number[] {
  if (row < 0 || indexes.includes(row)) return indexes;
  return [...indexes, row].sort((one, other) => one - other);
}
