type Table = readonly (readonly string[])[];

/** A cell whose letters became question marks: the number of its row as a spreadsheet counts them, and its column's name. */
export type LostCell = Readonly<{ row: number; column: string }>;
export type CleanTable = Readonly<{ rows: Table; lost: readonly LostCell[] }>;

/**
 * Finds the cells that read "?????" because a spreadsheet saved its file without Indian letters, by comparing with the table as
 * it would be written now. They come back empty, which changes nothing.
 */
export function cleanTable(rows: Table, written: Table): CleanTable {
  const [header = [], ...body] = rows;
  const [writtenHeader = [], ...writtenBody] = written;
  const known = new Map(writtenBody.map((row) => [row[0], row]));
  const lost: LostCell[] = [];
  const cleaned = body.map((row, index) =>
    row.map((cell, column) => {
      const name = header[column] ?? '';
      const before = known.get(row[0])?.[writtenHeader.indexOf(name)] ?? '';
      if (!hasLostLetters(cell, before)) return cell;
      lost.push({ row: index + 2, column: name });
      return '';
    }),
  );
  return { rows: [header, ...cleaned], lost };
}

function hasLostLetters(cell: string, before: string): boolean {
  return cell.includes('??') && !before.includes('??') && isPlainLatin(cell) && !isPlainLatin(before);
}

function isPlainLatin(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}
