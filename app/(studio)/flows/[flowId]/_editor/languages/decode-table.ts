import Papa from 'papaparse';

export type DecodedTable =
  | Readonly<{ ok: true; rows: readonly (readonly string[])[] }>
  | Readonly<{ ok: false; reason: 'letters' | 'empty' }>;

/** A cell that a spreadsheet would take for a formula, or that was guarded against that already. */
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/;

/** Rows as CSV that Excel opens with all letters right and without working out "- salary slip" as a formula. */
export function encodeTable(rows: readonly (readonly string[])[]): string {
  const guarded = rows.map((row) => row.map((cell) => (LOOKS_LIKE_FORMULA.test(cell) ? `'${cell}` : cell)));
  return `\uFEFF${Papa.unparse(guarded, { newline: '\r\n' })}`;
}

/** The rows of a CSV or tab-separated file, as this studio or a spreadsheet writes it: UTF-8, or UTF-16 with its mark. */
export function decodeTable(bytes: ArrayBuffer): DecodedTable {
  const text = decoded(new Uint8Array(bytes));
  if (text === null) return { ok: false, reason: 'letters' };
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t'] });
  if (data.length === 0) return { ok: false, reason: 'empty' };
  return { ok: true, rows: data.map((row) => row.map(unguarded)) };
}

/** The cells of what was copied in a spreadsheet. One cell of plain words is one cell. */
export function decodeClipboard(text: string): readonly (readonly string[])[] {
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' });
  return data;
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && LOOKS_LIKE_FORMULA.test(cell) ? cell.slice(1) : cell;
}

function decoded(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
