/** A place in the table: column 0 says where a text is, the languages follow. */
export type GridPlace = Readonly<{ row: number; column: number }>;
export type GridSize = Readonly<{ rows: number; columns: number; rowsInView: number }>;
export type GridKey = Readonly<{ key: string; isWithControl: boolean }>;

/** Where a key leads from a cell, as in every grid; null for a key that leads nowhere. */
export function moveInGrid(from: GridPlace, { key, isWithControl }: GridKey, size: GridSize): GridPlace | null {
  const target = targetOf(from, key, isWithControl, size);
  if (target === null || size.rows === 0) return null;
  return { row: clamp(target.row, size.rows), column: clamp(target.column, size.columns) };
}

/** The next or previous cell with a text, over the ends of the rows; null at the end of the table. */
export function nextText({ row, column }: GridPlace, step: 1 | -1, { rows, columns }: GridSize): GridPlace | null {
  const texts = columns - 1;
  const at = row * texts + (column - 1) + step;
  if (texts < 1 || at < 0 || at >= rows * texts) return null;
  return { row: Math.floor(at / texts), column: (at % texts) + 1 };
}

function targetOf({ row, column }: GridPlace, key: string, isWithControl: boolean, size: GridSize): GridPlace | null {
  switch (key) {
    case 'ArrowUp':
      return { row: isWithControl ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: isWithControl ? size.rows : row + 1, column };
    case 'ArrowLeft':
      return { row, column: isWithControl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: isWithControl ? size.columns : column + 1 };
    case 'Home':
      return { row: isWithControl ? 0 : row, column: 0 };
    case 'End':
      return { row: isWithControl ? size.rows : row, column: size.columns };
    case 'PageUp':
      return { row: row - size.rowsInView, column };
    case 'PageDown':
      return { row: row + size.rowsInView, column };
    default:
      return null;
  }
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
