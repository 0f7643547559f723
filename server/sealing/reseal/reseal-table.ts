import { setTimeout as pause } from 'node:timers/promises';
import { resealRow } from './reseal-row';
import { type Key, readRows, type StoredRow, type Table, writeRows } from './store';

/** Rows that are read and written at once: short enough that nobody waits for them. */
const BATCH = 200;
/** How often rows that others change meanwhile are read again before the walk goes on without them. */
const MOST_ROUNDS = 20;

/** Walks a table once. */
export async function resealTable(table: Table): Promise<void> {
  for (let after: Key | null = null; ; ) {
    const { last } = await resealBatch(table, after);
    if (!last) return;
    after = last;
  }
}

/**
 * Takes the next rows after a key. `last` is the key of the last of them, null at the end of the table; `missed` is in how many
 * something is lost or could not be written.
 */
export async function resealBatch(
  table: Table,
  after: Key | null,
): Promise<{ readonly last: Key | null; readonly missed: number }> {
  for (let round = 1; ; round += 1) {
    const rows = await readRows(table, after, BATCH);
    const resealed = rows.map((row) => ({ row, result: resealRow(table.name, row.columns) }));
    const changed = resealed.flatMap(({ row, result }) =>
      result.type === 'changed' ? [{ ...row, columns: { ...row.columns, ...result.columns } }] : [],
    );
    const unwritten = changed.length - (await write(table, changed)); // somebody was faster with these, or holds them
    if (unwritten > 0 && round < MOST_ROUNDS) {
      await pause(PAUSE_MS);
      continue;
    }
    const lost = resealed.filter(({ result }) => result.type === 'lost').length;
    return { last: rows.length < BATCH ? null : (rows.at(-1)?.key ?? null), missed: lost + unwritten };
  }
}

const PAUSE_MS = 50;

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
