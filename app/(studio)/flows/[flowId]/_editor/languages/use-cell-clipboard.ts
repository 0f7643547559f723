'use client';

import type { ClipboardEvent } from 'react';
import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import { useEditorStore } from '../editor-context';
import { cellAt } from './cell-at';
import { decodeClipboard } from './decode-table';
import type { GridPlace } from './grid-moves';
import { pasteCells } from './paste-cells';
import { pasteTexts } from './text-acts';

type Options = Readonly<{
  active: GridPlace;
  rows: readonly TranslationRow[];
  languages: readonly LanguageCode[];
  onWrite: (key: string) => void;
  /** How many texts a paste changed. */
  onPasted: (count: number) => void;
}>;

type CellClipboard = Readonly<{ onCopy: (event: ClipboardEvent) => void; onPaste: (event: ClipboardEvent) => void }>;

/** Copies the active cell's text, and takes cells of a spreadsheet from there on. Inside a text area the browser does it. */
export function useCellClipboard({ active, rows, languages, onWrite, onPasted }: Options): CellClipboard {
  const store = useEditorStore();
  const isForCell = (event: ClipboardEvent): boolean =>
    !(event.target instanceof HTMLTextAreaElement) && cellAt(event.target, rows.length) !== null;
  const onCopy = (event: ClipboardEvent): void => {
    const text = rows[active.row]?.texts[languages[active.column - 1] ?? '']?.text;
    if (!isForCell(event) || text === undefined || document.getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!isForCell(event)) return;
    event.preventDefault();
    const cells = decodeClipboard(event.clipboardData.getData('text/plain'));
    const changes = pasteCells(cells, active, rows, languages);
    for (const { key } of rows.slice(active.row, active.row + cells.length)) onWrite(key);
    if (changes.length > 0) pasteTexts(store, changes);
    onPasted(changes.length);
  };
  return { onCopy, onPaste };
}
