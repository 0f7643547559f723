import { inflateRawSync } from 'node:zlib';
import { KnownError } from '../../errors';
import { importLimits } from './import-limits';

/**
 * Makes sure that a workbook can be unpacked and read without filling the memory: its parts are unpacked here under a limit,
 * there are no others than its directory names, and its sheets are no larger than allowed. Throws `request.invalid` or
 * `request.tooLarge`. Source of the layout: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function checkWorkbook(bytes: Buffer): void {
  let left: number = importLimits.unpackedBytes;
  for (const part of readParts(bytes)) {
    const content = unpack(bytes.subarray(part.from, part.until), part.method, left);
    left -= content.length;
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(part.name)) checkSheet(content.toString('latin1'));
  }
}

type Part = { readonly name: string; readonly method: number; readonly from: number; readonly until: number };

const mostParts = 2_000;
const localHeader = 0x04034b50;
const directoryEntry = 0x02014b50;
const directoryEnd = 0x06054b50;
/** What may stand behind a part: its checksum and sizes, for who wrote it as a stream. */
const longestDescriptor = 24;

/** The parts in the order in which they lie, which must leave no room for others: a reader of streams would unpack those too. */
function readParts(bytes: Buffer): readonly Part[] {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const directory = bytes.readUInt32LE(end + 16);
  if (count > mostParts) throw tooLarge();
  const parts: (Part & { readonly begins: number })[] = [];
  for (let index = 0, at = directory; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) throw broken();
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const begins = bytes.readUInt32LE(at + 42);
    if (begins + 30 > bytes.length || bytes.readUInt32LE(begins) !== localHeader) throw broken();
    const from = begins + 30 + bytes.readUInt16LE(begins + 26) + bytes.readUInt16LE(begins + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const until = from + bytes.readUInt32LE(at + 20);
    parts.push({ name, method: bytes.readUInt16LE(at + 10), begins, from, until });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  parts.sort((left, right) => left.begins - right.begins);
  let expected = 0;
  for (const { begins, until } of [...parts, { begins: directory, until: directory }]) {
    if (begins < expected || begins > expected + longestDescriptor || until > bytes.length) throw broken();
    expected = until;
  }
  return parts;
}

function endOfDirectory(bytes: Buffer): number {
  const longestComment = 0xffff;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - longestComment); at -= 1) {
    if (bytes.readUInt32LE(at) === directoryEnd) return at;
  }
  throw broken();
}

function unpack(packed: Buffer, method: number, most: number): Buffer {
  if (method === 0) {
    if (packed.length > most) throw tooLarge();
    return packed;
  }
  if (method !== 8) throw broken();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? tooLarge() : broken(cause);
  }
}

/** A sheet is read into a table as large as its last row times its last column, whatever is in between. */
function checkSheet(xml: string): void {
  let [rows, columns] = [0, 0];
  for (const [, letters = '', digits = ''] of xml.matchAll(/\sr\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})["']/g)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnNumber(letters));
  }
  if (rows * Math.max(1, columns) > importLimits.places) throw tooLarge();
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function broken(cause?: unknown): KnownError {
  return new KnownError('request.invalid', 'This workbook can’t be read. Save it as .xlsx or as CSV once more.', {
    cause,
  });
}

function tooLarge(): KnownError {
  const sentence =
    'This workbook is too large when unpacked. Keep only the sheet and columns that are needed, or save it as CSV.';
  return new KnownError('request.tooLarge', sentence);
}
