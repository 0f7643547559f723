import type { BoardColumn, Lead } from '../lead-types';

/**
 * What a column shows: the board's own leads of it, and then those of its longer list that the board shows nowhere. The board is
 * read more often than the list, and knows at once where a card was moved to.
 */
export function rowsOfColumn(
  board: readonly BoardColumn[],
  column: Pick<BoardColumn, 'rows'>,
  listed: readonly Lead[],
): readonly Lead[] {
  if (listed.length === 0) return column.rows;
  const onBoard = new Set(board.flatMap(({ rows }) => rows.map(({ contactId }) => contactId)));
  return [...column.rows, ...listed.filter(({ contactId }) => !onBoard.has(contactId))];
}
