import { readSheet, SheetNotFoundError } from 'read-excel-file/node';
import { KnownError } from '../../errors';
import { checkWorkbook } from './check-workbook';

/** The rows of a sheet of a workbook, the first one where none is named; every cell as text. */
export async function readWorkbook(bytes: Uint8Array, sheet: string | null): Promise<readonly (readonly string[])[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkWorkbook(buffer);
  try {
    const rows = await readSheet<string>(buffer, sheet ?? 1, { parseNumber: (digits: string) => digits });
    return rows.map((row) => row.map(textOf));
  } catch (cause) {
    const isMissing = cause instanceof SheetNotFoundError;
    const sentence = isMissing
      ? 'The workbook has no sheet with this name.'
      : 'This workbook can’t be read. Save it as .xlsx or as CSV once more.'; // whatever its parser stumbles over
    throw new KnownError('request.invalid', sentence, { cause });
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  return plainNumber(String(cell));
}

/** A workbook keeps about 15 digits, and some programs write them as 9.19845012345E11: all are there, so they are written out. */
function plainNumber(text: string): string {
  const digits = /^(\d)\.(\d{7,})E\+?(\d{1,2})$/i.exec(text);
  const number = Number(text);
  return digits && Number.isSafeInteger(number) ? String(number) : text;
}
