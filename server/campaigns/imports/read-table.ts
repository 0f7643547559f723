import { KnownError } from '../../errors';
import { importLimits } from './import-limits';
import type { ImportProblem } from './import-problem';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';

export type TableRow = {
  /** As in the file, the first after the header being 2. */
  readonly row: number;
  /** As many as there are columns. */
  readonly cells: readonly string[];
  /** What is wrong with the row itself; null where nothing is. */
  readonly problem: ImportProblem | null;
};

export type Table = { readonly columns: readonly string[]; readonly rows: AsyncIterable<TableRow> };

/**
 * A file of people as a table: a workbook (.xlsx) or a text with separated cells, told apart by what it holds. Empty rows are
 * left out. Throws `request.invalid` or `request.tooLarge` with a sentence, also while the rows are read.
 */
export async function readTable(bytes: Uint8Array, sheet: string | null): Promise<Table> {
  const rows = (await rowsOf(bytes, sheet))[Symbol.asyncIterator]();
  const first = await rows.next();
  const header = first.done ? [] : first.value.map((name) => name.trim());
  const width = header.findLastIndex((name) => name !== '') + 1;
  if (width === 0) throw new KnownError('request.invalid', 'The first row is empty. It must name the columns.');
  if (width > importLimits.columns) {
    throw new KnownError('request.tooLarge', `The file has more than ${importLimits.columns} columns.`);
  }
  return { columns: header.slice(0, width).map(cut), rows: tableRows(rows, width) };
}

async function rowsOf(bytes: Uint8Array, sheet: string | null): Promise<AsyncIterable<readonly string[]>> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return fromList(await readWorkbook(bytes, sheet));
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new KnownError('request.invalid', 'This is a workbook of an old kind (.xls). Save it as .xlsx or as CSV.');
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    throw new KnownError('request.invalid', 'This is a PDF. Take the table that it was made from, as .xlsx or CSV.');
  }
  return readCsv(bytes);
}

async function* tableRows(rows: AsyncIterator<readonly string[]>, width: number): AsyncGenerator<TableRow> {
  for (let row = 2; ; row += 1) {
    const next = await rows.next();
    if (next.done) return;
    const cells = next.value.map((cell) => cell.trim());
    const isEmpty = cells.every((cell) => cell === '');
    if (isEmpty) continue;
    if (row > importLimits.rows + 1) {
      throw new KnownError('request.tooLarge', 'The file has more than 1,00,000 rows. Split it in two.');
    }
    const own = Array.from({ length: width }, (_, index) => cut(cells[index] ?? ''));
    yield { row, cells: own, problem: problemOf(cells, width) };
  }
}

function problemOf(cells: readonly string[], width: number): ImportProblem | null {
  if (cells.some((cell) => cell.length > importLimits.cell)) return 'cell.tooLong';
  return cells.slice(width).some((cell) => cell !== '') ? 'row.tooWide' : null;
}

function cut(cell: string): string {
  return cell.slice(0, importLimits.cell);
}

async function* fromList(rows: readonly (readonly string[])[]): AsyncGenerator<readonly string[]> {
  yield* rows;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
