import type { GridPlace } from './grid-moves';

/** The cell of the table that an event happened in; null outside of the texts. */
export function cellAt(target: EventTarget, rowCount: number): GridPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = Number(cell?.closest<HTMLElement>('[data-index]')?.dataset.index);
  const column = Number(cell?.dataset.column);
  return Number.isInteger(row) && Number.isInteger(column) && row < rowCount ? { row, column } : null;
}
