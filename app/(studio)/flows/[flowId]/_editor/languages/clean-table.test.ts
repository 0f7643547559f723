import { describe, expect, it } from 'vitest';
import { cleanTable } from './clean-table';

const written = [
  ['key', 'place', 'en', 'kn'],
  ['a/text', 'text', 'Hello\nthere', 'ನಮಸ್ಕಾರ'],
  ['b/text', 'text', 'Really??', 'ಹೌದಾ??'],
];

describe('cleanTable', () => {
  it('leaves out cells whose letters became question marks, and names their rows', () => {
    const file = [
      ['key', 'kn'],
      ['b/text', 'ಹೌದು??'],
      ['a/text', '???????'],
    ];
    const { rows, lost } = cleanTable(file, written);
    expect(rows).toEqual([
      ['key', 'kn'],
      ['b/text', 'ಹೌದು??'],
      ['a/text', ''],
    ]);
    expect(lost).toEqual([{ row: 3, column: 'kn' }]);
  });

  it('keeps a translation that was written in Latin letters, and what it does not know', () => {
    const file = [
      ['key', 'kn', 'en', 'remark'],
      ['a/text', 'Namaskara?', 'What??', '???'],
      ['c/text', '??', '', ''],
    ];
    expect(cleanTable(file, written)).toEqual({ rows: file, lost: [] });
  });
});
