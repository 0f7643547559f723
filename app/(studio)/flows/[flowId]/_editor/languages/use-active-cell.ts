'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { TranslationRow } from '@/flows/edit/translations';
import type { GridPlace } from './grid-moves';

/** The cell that has the keys, and whether its text is being written. */
export type ActiveCell = GridPlace &
  Readonly<{ isEditing: boolean; moveTo: (place: GridPlace, how: 'look' | 'write') => void }>;

/** Remembers the active cell by its text, so that it stays the same while the filter changes what stands above it. */
export function useActiveCell(
  rows: readonly TranslationRow[],
  languageCount: number,
  grid: RefObject<HTMLElement | null>,
): ActiveCell {
  const [active, setActive] = useState<Readonly<{ key: string | null; column: number }>>({ key: null, column: 1 });
  const [isEditing, setIsEditing] = useState(false);
  const wantsFocus = useRef(false);
  const row = Math.max(
    0,
    rows.findIndex(({ key }) => key === active.key),
  );
  const column = Math.min(active.column, languageCount);

  // The focus follows the keys: this reaches outside React.
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-index="${row}"] [data-column="${column}"]`);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const area = isEditing ? cell?.querySelector('textarea') : null;
    area?.setSelectionRange(area.value.length, area.value.length);
    (area ?? cell)?.focus({ preventScroll: true });
  });
  const moveTo: ActiveCell['moveTo'] = (place, how) => {
    wantsFocus.current = true;
    setActive({ key: rows[place.row]?.key ?? null, column: place.column });
    setIsEditing(how === 'write' && place.column > 0);
  };
  return { row, column, isEditing, moveTo };
}
