import Papa from 'papaparse';
import { getPool } from '../../db/pool';
import { KnownError } from '../../errors';
import { columnNames } from '../audience/column-names';
import { guessMapping } from './guess-mapping';
import type { ImportMapping, ImportProof } from './import-mapping';
import { type ImportProblem, importProblems } from './import-problem';
import type { ImportReport } from './import-report';
import { readPerson, readSlotDefinitions } from './read-person';
import { type StoredImport, type StoredRow, selectImport, selectProblemRows, selectRows } from './store';

export type ImportColumn = {
  /** As the file has it. */
  readonly title: string;
  /** What a message calls it: the `city` of `{{ column.city }}`. */
  readonly name: string;
};

export type ImportView = {
  readonly id: string;
  readonly filename: string;
  readonly rowCount: number;
  readonly columns: readonly ImportColumn[];
  /** The cells of the first rows. */
  readonly sample: readonly (readonly string[])[];
  /** As it was last looked through, or else as it is guessed. */
  readonly mapping: ImportMapping;
  readonly proof: ImportProof | null;
  /** Null until it was looked through. */
  readonly report: ImportReport | null;
  /** When contacts were made of its rows. */
  readonly appliedAt: Date | null;
};

const sampleRows = 8;
const guessedRows = 200;

/** A file that was brought in, with what its columns are or may be. Throws `record.notFound`. */
export async function viewImport(id: string): Promise<ImportView> {
  const file = await requireImport(id);
  const rows = (await selectRows(getPool(), id, 1, guessedRows)).map(({ cells }) => cells);
  const { filename, rowCount, columns, proof, report } = file;
  const names = columnNames(columns);
  return {
    id,
    filename,
    rowCount,
    columns: columns.map((title, index) => ({ title, name: names[index] ?? title })),
    sample: rows.slice(0, sampleRows),
    mapping: file.mapping ?? guessMapping(columns, rows),
    proof,
    report,
    appliedAt: file.appliedAt,
  };
}

export type ProblemRow = {
  readonly row: number;
  readonly code: ImportProblem;
  /** What is wrong and what to do, for a person. */
  readonly sentence: string;
  /** The cell that is wrong; null where the row as a whole is. */
  readonly column: string | null;
  readonly value: string | null;
  readonly cells: readonly string[];
};

const pageSize = 100;

/** The rows that are left out, or whose people are not written to. `after` is a row's number; 0 begins. */
export async function listProblemRows(
  id: string,
  after: number,
): Promise<{ readonly rows: readonly ProblemRow[]; readonly next: number | null }> {
  const file = await requireImport(id);
  const explain = await explainer(file);
  const rows = await selectProblemRows(id, after, pageSize);
  return {
    rows: rows.flatMap((row) => explain(row) ?? []),
    next: rows.length < pageSize ? null : (rows.at(-1)?.row ?? null),
  };
}

/** All of them as a file for a spreadsheet, in which no cell is taken for a formula. */
export async function problemRowsCsv(id: string): Promise<{ readonly filename: string; readonly csv: string }> {
  const file = await requireImport(id);
  const explain = await explainer(file);
  const lines: string[][] = [['Row', 'Problem', 'Value', ...file.columns]];
  for (let after = 0; ; ) {
    const rows = await selectProblemRows(id, after, 1_000);
    for (const row of rows) {
      const problem = explain(row);
      if (problem) lines.push([String(row.row), problem.sentence, problem.value ?? '', ...row.cells]);
    }
    after = rows.at(-1)?.row ?? after;
    if (rows.length < 1_000) break;
  }
  const csv = Papa.unparse(lines, { escapeFormulae: /^[=+\-@\t\r\n\0]/, newline: '\r\n' });
  // Excel takes a file for UTF-8 only with this mark.
  return { filename: `${file.filename.replace(/\.[a-z]+$/i, '')}-problems.csv`, csv: `\ufeff${csv}` };
}

async function explainer({ columns, mapping }: StoredImport): Promise<(row: StoredRow) => ProblemRow | undefined> {
  const definitions = await readSlotDefinitions();
  return ({ row, cells, problem: code }) => {
    if (code === null) return undefined;
    const read = mapping ? readPerson(cells, mapping, definitions) : undefined;
    const at = read?.ok === false && read.code === code ? read.column : undefined;
    const about =
      at === undefined ? { column: null, value: null } : { column: columns[at] ?? null, value: cells[at] ?? '' };
    return { row, code, sentence: importProblems[code], ...about, cells };
  };
}

async function requireImport(id: string): Promise<StoredImport> {
  const file = await selectImport(id);
  if (!file) throw new KnownError('record.notFound', 'There is no such file.');
  return file;
}
