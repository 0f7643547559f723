'use client';

import type { KeyboardEvent, MouseEvent } from 'react';
import type { TranslationRow } from '@/flows/edit/translations';
import { useEditorStore } from '../editor-context';
import { cellAt } from './cell-at';
import { type GridSize, moveInGrid, nextText } from './grid-moves';
import type { ActiveCell } from './use-active-cell';

/** How far Page up and Page down go. */
const ROWS_A_PAGE = 8;

type CellKeys = Readonly<{ onKeyDown: (event: KeyboardEvent) => void; onClick: (event: MouseEvent) => void }>;

/** What keys and clicks do in the table of texts. */
export function useCellKeys(active: ActiveCell, rows: readonly TranslationRow[], languageCount: number): CellKeys {
  const { goTo } = useEditorStore().getState();
  const size: GridSize = { rows: rows.length, columns: languageCount + 1, rowsInView: ROWS_A_PAGE };
  const show = (row: number): void => {
    const shown = rows[row];
    if (shown) goTo(shown.place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || cellAt(event.target, rows.length) === null) return;
    const isDone =
      event.target instanceof HTMLTextAreaElement
        ? keyWhileWriting(event, active, size)
        : keyWhileLooking(event, active, size, show);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent): void => {
    const cell = cellAt(event.target, rows.length);
    if (cell === null || (event.target instanceof Element && event.target.closest('button, textarea'))) return;
    // Words that are being selected to be copied are not to be written over.
    if (document.getSelection()?.isCollapsed === false) return;
    active.moveTo(cell, 'write');
    if (cell.column === 0) show(cell.row);
  };
  return { onKeyDown, onClick };
}

/** True when the key meant something here. */
function keyWhileWriting(event: KeyboardEvent, { row, column, moveTo }: ActiveCell, size: GridSize): boolean {
  if (event.key === 'Escape') {
    moveTo({ row, column }, 'look');
    return true;
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    moveTo({ row: Math.min(row + 1, size.rows - 1), column }, 'write');
    return true;
  }
  const next = event.key === 'Tab' ? nextText({ row, column }, event.shiftKey ? -1 : 1, size) : null;
  if (next === null) return false;
  moveTo(next, 'write');
  return true;
}

function keyWhileLooking(
  event: KeyboardEvent,
  { row, column, moveTo }: ActiveCell,
  size: GridSize,
  show: (row: number) => void,
): boolean {
  // Delete does nothing: what is selected in the drawing must not go by a key that was meant for a text.
  if (event.key === 'Delete' || event.key === 'Backspace') return true;
  if (event.key === 'Enter' || event.key === 'F2') {
    if (event.target instanceof Element && event.target.closest('button')) return false;
    if (column === 0) show(row);
    else moveTo({ row, column }, 'write');
    return true;
  }
  const key = { key: event.key, isWithControl: event.ctrlKey || event.metaKey };
  const target = event.altKey || event.shiftKey ? null : moveInGrid({ row, column }, key, size);
  if (target === null) return false;
  moveTo(target, 'look');
  return true;
}
