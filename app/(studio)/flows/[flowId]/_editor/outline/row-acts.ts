import type { MouseEvent } from 'react';
import type { OutlineRequest } from './outline-request';
import type { OutlineRow } from './outline-rows';

/** What a row calls when something is done to it. */
export type RowActs = Readonly<{
  onFocus: (row: OutlineRow) => void;
  onClick: (row: OutlineRow, event: MouseEvent) => void;
  onOpen: (row: OutlineRow) => void;
  onTurn: (row: OutlineRow) => void;
  onMenu: (row: OutlineRow) => void;
  closeMenu: () => void;
  returnFocus: () => void;
  ask: (request: OutlineRequest) => void;
  /** Selects all from where the range began to this row. */
  extendTo: (row: OutlineRow) => void;
  /** Where a range begins from now on. */
  beginRange: (key: string) => void;
}>;
