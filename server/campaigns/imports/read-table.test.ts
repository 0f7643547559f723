import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeWorkbook, makeZip, workbookParts } from '@/server/testing/make-workbook';
import { KnownError } from '../../errors';
import { importLimits } from './import-limits';
import { readTable, type TableRow } from './read-table';

const people = 'Name,Phone\nAsha,9845012345\nರವಿ,9845054321\n';

test.each([
  ['UTF-8', Buffer.from(people)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${people}`)],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${people}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${people}`, 'utf16le').swap16()],
])('a file in %s is read as it was written', async (_encoding, bytes) => {
  expect(await read(bytes)).toEqual({
    columns: ['Name', 'Phone'],
    rows: [row(2, ['Asha', '9845012345']), row(3, ['ರವಿ', '9845054321'])],
  });
});

test('a file without a mark is taken for what its bytes can be', async () => {
  const latin = Buffer.from('Name,Phone\nJosé,9845012345\n', 'latin1');
  expect((await read(latin)).rows[0]?.cells).toEqual(['José', '9845012345']);
  const wide = Buffer.from('Name,Phone\nAsha,9845012345\n', 'utf16le');
  expect((await read(wide)).rows[0]?.cells).toEqual(['Asha', '9845012345']);
});

test.each([';', '\t', '|', ','])('cells may be separated by %j', async (separator) => {
  const text = [`Name${separator}Phone`, `"Rao${separator} Asha"${separator}9845012345`].join('\r\n');
  expect((await read(Buffer.from(text))).rows).toEqual([row(2, [`Rao${separator} Asha`, '9845012345'])]);
});

test('a separator that the file names itself is taken, and a file of one column has one', async () => {
  expect((await read(Buffer.from('sep=;\nName;Phone\nAsha;98450,12345'))).columns).toEqual(['Name', 'Phone']);
  expect(await read(Buffer.from('Phone\n9845012345\n'))).toMatchObject({ columns: ['Phone'] });
});

test('empty rows are left out, and the others keep their numbers', async () => {
  const { rows } = await read(Buffer.from('Name,Phone,\nAsha,1,\n,,\nRavi,2,\n\n'));
  expect(rows).toEqual([row(2, ['Asha', '1']), row(4, ['Ravi', '2'])]);
});

test('a row that has slipped is marked', async () => {
  const { rows } = await read(Buffer.from(`Name,Phone\nAsha,1,2\n"${'x'.repeat(1_001)}",3\n`));
  expect(rows.map(({ problem }) => problem)).toEqual(['row.tooWide', 'cell.tooLong']);
  expect(rows[1]?.cells[0]).toHaveLength(1_000);
});

test('a workbook is read as text: numbers with all their digits, and rounded ones as they stand', async () => {
  const workbook = makeWorkbook([
    ['Name', 'Phone', 'Value'],
    ['Asha & Co', { number: '919845012345' }, { number: '1500000.5' }],
    ['Ravi', { number: '9.19845012345E11' }, ''],
    ['Meena', { number: '9.19E+11' }, ''],
  ]);
  expect((await read(workbook)).rows.map(({ cells }) => cells)).toEqual([
    ['Asha & Co', '919845012345', '1500000.5'],
    ['Ravi', '919845012345', ''],
    ['Meena', '9.19E+11', ''],
  ]);
});

test('a sheet is taken by its name, and one that is not there is said', async () => {
  const workbook = makeWorkbook([['Phone'], ['9845012345']], 'Leads');
  expect((await readTable(workbook, 'Leads')).columns).toEqual(['Phone']);
  await expect(readTable(workbook, 'Other')).rejects.toThrow('no sheet with this name');
});

test('a workbook that would fill the memory is refused', async () => {
  const bomb = makeZip([{ name: 'xl/media/picture.bin', content: Buffer.alloc(importLimits.unpackedBytes + 1) }]);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  await expect(readTable(bomb, null)).rejects.toMatchObject({ code: 'request.tooLarge' });
  const wide = '<sheetData><row r="90000"><c r="XFD90000"><v>1</v></c></row></sheetData>';
  await expect(readTable(makeZip(workbookParts(wide)), null)).rejects.toMatchObject({ code: 'request.tooLarge' });
});

test('a workbook with a part that its directory does not name is refused', async () => {
  const workbook = makeWorkbook([['Phone'], ['9845012345']]);
  const hidden = Buffer.concat([
    makeZip([{ name: 'xl/hidden.xml', content: 'x'.repeat(500) }]).subarray(0, -80),
    workbook,
  ]);
  await expect(readTable(hidden, null)).rejects.toMatchObject({ code: 'request.invalid' });
});

test.each([
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old kind'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
  ['a broken workbook', Buffer.from('PK\u0003\u0004 and no more'), 'can’t be read'],
  ['an empty first row', Buffer.from('\n9845012345\n'), 'must name the columns'],
  ['too many columns', Buffer.from(Array.from({ length: 61 }, (_, index) => `c${index}`).join(',')), '60 columns'],
])('%s is refused with a sentence', async (_what, bytes, sentence) => {
  await expect(readTable(bytes, null)).rejects.toThrow(sentence);
});

test('a cell may hold lines and quotes, and be longer than what is read at once', async () => {
  const long = `${'line\n'.repeat(20_000)}"`;
  const text = `Name,Note\r\nAsha,"${long.replaceAll('"', '""')}"\r\nRavi,"two\nlines"\r\n`;
  const { rows } = await read(Buffer.from(text));
  expect(rows.map(({ problem }) => problem)).toEqual(['cell.tooLong', null]);
  expect(rows[1]?.cells).toEqual(['Ravi', 'two\nlines']);
});

test('whatever a file holds, it is read or refused with a sentence', async () => {
  const workbook = makeWorkbook([
    ['Name', 'Phone'],
    ['Asha', { number: '919845012345' }],
  ]);
  const change = fc.record({ at: fc.nat(workbook.length - 1), byte: fc.nat(255) });
  const changed = fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const bytes = Buffer.from(workbook);
    for (const { at, byte } of changes) bytes[at] = byte;
    return bytes;
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, fc.uint8Array({ maxLength: 400 })), async (bytes) => {
      const outcome = await read(bytes).catch((error: unknown) => error);
      expect(outcome instanceof KnownError || !(outcome instanceof Error)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('more rows than allowed are refused', async () => {
  const many = `Phone\n${'1\n'.repeat(100_001)}`;
  await expect(read(Buffer.from(many))).rejects.toMatchObject({ code: 'request.tooLarge' });
});

async function read(bytes: Uint8Array) {
  const { columns, rows } = await readTable(bytes, null);
  const all: TableRow[] = [];
  for await (const item of rows) all.push(item);
  return { columns, rows: all };
}

function row(number: number, cells: readonly string[]): TableRow {
  return { row: number, cells, problem: null };
}
