import { describe, expect, it } from 'vitest';
import { moveInGrid, nextText } from './grid-moves';

const size = { rows: 10, columns: 4, rowsInView: 3 };
const at = (row: number, column: number) => ({ row, column });
const key = (name: string) => ({ key: name, isWithControl: false });
const control = (name: string) => ({ key: name, isWithControl: true });

describe('moveInGrid', () => {
  it('goes one cell with an arrow and stays inside the table', () => {
    expect(moveInGrid(at(4, 1), key('ArrowDown'), size)).toEqual(at(5, 1));
    expect(moveInGrid(at(4, 1), key('ArrowLeft'), size)).toEqual(at(4, 0));
    expect(moveInGrid(at(0, 0), key('ArrowUp'), size)).toEqual(at(0, 0));
    expect(moveInGrid(at(9, 3), key('ArrowRight'), size)).toEqual(at(9, 3));
  });

  it('goes to the ends of the row and of the table', () => {
    expect(moveInGrid(at(4, 2), key('Home'), size)).toEqual(at(4, 0));
    expect(moveInGrid(at(4, 2), key('End'), size)).toEqual(at(4, 3));
    expect(moveInGrid(at(4, 2), control('Home'), size)).toEqual(at(0, 0));
    expect(moveInGrid(at(4, 2), control('End'), size)).toEqual(at(9, 3));
    expect(moveInGrid(at(4, 2), control('ArrowUp'), size)).toEqual(at(0, 2));
  });

  it('goes as many rows as are in view', () => {
    expect(moveInGrid(at(4, 2), key('PageDown'), size)).toEqual(at(7, 2));
    expect(moveInGrid(at(1, 2), key('PageUp'), size)).toEqual(at(0, 2));
  });

  it('leaves other keys and empty tables alone', () => {
    expect(moveInGrid(at(4, 2), key('a'), size)).toBeNull();
    expect(moveInGrid(at(0, 0), key('ArrowDown'), { ...size, rows: 0 })).toBeNull();
  });
});

describe('nextText', () => {
  it('goes over the ends of rows and never to the column of places', () => {
    expect(nextText(at(4, 1), 1, size)).toEqual(at(4, 2));
    expect(nextText(at(4, 3), 1, size)).toEqual(at(5, 1));
    expect(nextText(at(4, 1), -1, size)).toEqual(at(3, 3));
  });

  it('ends with the table', () => {
    expect(nextText(at(9, 3), 1, size)).toBeNull();
    expect(nextText(at(0, 1), -1, size)).toBeNull();
  });
});
