import { resealRow } from './reseal-row';
import { readRows, type StoredRow, type Table, writeRows } from './store';

/** Rows that are read and written at once: short enough that nobody waits for them. */
const BATCH = 200;
/** How often rows that others change meanwhile are read again before the walk goes on without them. */
const MOST_ROUNDS = 20;

/** Walks a table once; says in how many rows something is lost or could not be written. */
export async function resealTable(table: Table): Promise<number> {
  let lost = 0;
  for (let after: readonly string[] | null = null; ; ) {
    const { last, unwritten } = await resealBatch(table, after);
    lost += unwritten;
    if (!last) return lost;
    after = last;
  }
}

async function resealBatch(table: Table, after: readonly string[] | null) {
  for (let round = 1; ; round += 1) {
    const rows = await readRows(table, after, BATCH);
    const resealed = rows.map((row) => ({ row, result: resealRow(table.name, row.columns) }));
    const changed = resealed.flatMap(({ row, result }) =>
      result.type === 'changed' ? [{ ...row, columns: { ...row.columns, ...result.columns } }] : [],
    );
    const missed = changed.length - (await write(table, changed)); // somebody was faster with these
    if (missed > 0 && round < MOST_ROUNDS) continue;
    const lost = resealed.filter(({ result }) => result.type === 'lost').length;
    return { last: rows.length < BATCH ? null : (rows.at(-1)?.key ?? null), unwritten: lost + missed };
  }
}

/** Row by row where one can't be: two contacts that turn out to have one number. */
async function write(table: Table, rows: readonly StoredRow[]): Promise<number> {
  try {
    return await writeRows(table, rows);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    if (rows.length === 1) return 0;
    let written = 0;
    for (const row of rows) written += await write(table, [row]);
    return written;
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
