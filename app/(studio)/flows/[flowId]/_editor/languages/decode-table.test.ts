import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeClipboard, decodeTable, encodeTable } from './decode-table';

function bytesOf(text: string): ArrayBuffer {
  return new Uint8Array(new TextEncoder().encode(text)).buffer;
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const table = decodeTable(bytesOf(text));
  if (!table.ok) throw new Error(table.reason);
  return table.rows;
}

describe('a table as a file', () => {
  it('begins with the mark by which Excel knows UTF-8', () => {
    expect(encodeTable([['key', 'kn']]).charCodeAt(0)).toBe(0xfeff);
  });

  it('comes back with line breaks, quotes, marks of direction and emoji', () => {
    const rows = [
      ['key', 'en', 'kn'],
      ['a/b', 'He said "yes",\nthen left;\tso', '\u200Fನಮಸ್ಕಾರ 👨‍👩‍👧\u202E'],
    ];
    expect(rowsOf(encodeTable(rows))).toEqual(rows);
  });

  it('guards what a spreadsheet would work out, and takes the guard off again', () => {
    const rows = [
      ['key', '- salary slip', '=1+1', "'quoted'", "'=kept", '+91 80', '@home'],
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    ];
    const file = encodeTable(rows);
    expect(file).toContain("'- salary slip");
    expect(rowsOf(file)).toEqual(rows);
  });

  it('comes back whatever the cells are', () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => `x${text}`.slice(text.startsWith('"') ? 0 : 1) || 'x');
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const all = [['key', 'en', 'kn'], ...rows].filter((cells) => cells.join('').trim() !== '');
        expect(rowsOf(encodeTable(all))).toEqual(all);
      }),
    );
  });

  it('is read with semicolons and with tabs', () => {
    expect(rowsOf('key;en;kn\r\na;x, y;z')).toEqual([
      ['key', 'en', 'kn'],
      ['a', 'x, y', 'z'],
    ]);
    expect(rowsOf('key\ten\na\tx')).toEqual([
      ['key', 'en'],
      ['a', 'x'],
    ]);
  });

  it('is read in the UTF-16 that Excel writes as Unicode text', () => {
    const text = '\uFEFFkey\tkn\nಅ\tಆ';
    const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
    expect(decodeTable(units.buffer)).toEqual({
      ok: true,
      rows: [
        ['key', 'kn'],
        ['ಅ', 'ಆ'],
      ],
    });
  });

  it('is refused where letters would be lost, and when it is empty', () => {
    expect(decodeTable(new Uint8Array([0x6b, 0xe9, 0x0a]).buffer)).toEqual({ ok: false, reason: 'letters' });
    expect(decodeTable(bytesOf('\n\n'))).toEqual({ ok: false, reason: 'empty' });
  });
});

describe('what was copied in a spreadsheet', () => {
  it('has cells by tabs and rows by lines, with lines inside quotes', () => {
    expect(decodeClipboard('a\tb\r\n"c\nd"\te\r\n')).toEqual([
      ['a', 'b'],
      ['c\nd', 'e'],
    ]);
  });
});
