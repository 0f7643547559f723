import { expect, test } from 'vitest';
import { csvOf } from './figure-table';

test('a table is exported with plain numbers, quoted commas, and nothing that a spreadsheet would run', () => {
  const table = {
    columns: ['State', 'Reached'],
    rows: [
      { key: 'a', cells: [{ text: 'ಪರಿಚಯ, "hello"' }, { text: '1,200', value: 1_200 }] },
      { key: 'b', cells: [{ text: '=cmd()' }, { text: '–' }] },
    ],
  };
  expect(csvOf(table)).toBe('\ufeffState,Reached\r\n"ಪರಿಚಯ, ""hello""",1200\r\n\'=cmd(),–\r\n');
});
