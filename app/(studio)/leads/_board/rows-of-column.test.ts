import { expect, test } from 'vitest';
import type { BoardColumn, Lead } from '../lead-types';
import { rowsOfColumn } from './rows-of-column';

const a = lead('a');
const b = lead('b');
const c = lead('c');
const d = lead('d');

test('a column goes on with its list, each lead once, also where the list was read before the board', () => {
  const column = { rows: [d, a] };
  const board = boardOf(column, { rows: [] });
  expect(rowsOfColumn(board, column, [a, b, c])).toEqual([d, a, b, c]);
  expect(rowsOfColumn(board, column, [])).toEqual([d, a]);
});

test('a card of the longer list that was moved to another column is there and not here', () => {
  const here = { rows: [a] };
  const there = { rows: [c] };
  const board = boardOf(here, there);
  expect(rowsOfColumn(board, here, [a, b, c])).toEqual([a, b]);
  expect(rowsOfColumn(board, there, [])).toEqual([c]);
});

function lead(contactId: string): Lead {
  return { contactId } satisfies Partial<Lead> as Lead;
}

function boardOf(...columns: Pick<BoardColumn, 'rows'>[]): readonly BoardColumn[] {
  return columns satisfies Partial<BoardColumn>[] as BoardColumn[];
}
