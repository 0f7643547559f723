import { createHash } from 'node:crypto';
import { jsonColumns, textColumns } from '../columns';
import { columnKeys } from '../keys';
import { sealedTables } from './reseal-row';
import { resealTable } from './reseal-table';
import { readProgress, readTable, saveProgress } from './store';

/** How rewriting stands: done once every table was walked under today's secret and today's registry. */
export type SealingState = {
  readonly isDone: boolean;
  readonly tables: number;
  readonly tablesDone: number;
  /** Rows that hold something that no known secret opens. */
  readonly lost: number;
  /** ISO 8601; null while it is not done. */
  readonly finishedAt: string | null;
};

/**
 * Seals what is not sealed with today's secret: what was written before columns were sealed, under the secret before, or before
 * a column was added to the registry. Goes on where it was stopped; says how it stands. Safe beside everything else: a row that
 * changes meanwhile is read again.
 */
export async function resealColumns(): Promise<SealingState> {
  const under = generation();
  const before = await readProgress();
  const begun = before?.under === under ? before : { under, done: [], lost: 0, finishedAt: null };
  if (begun.finishedAt !== null) return stateOf(begun);
  let { done, lost } = begun;
  for (const [name, columns] of sealedTables) {
    if (done.includes(name)) continue;
    lost += await resealTable(await readTable(name, columns));
    done = [...done, name];
    await saveProgress({ under, done, lost, finishedAt: null });
  }
  const finished = { under, done, lost, finishedAt: new Date().toISOString() };
  await saveProgress(finished);
  return stateOf(finished);
}

/** How it stands, without doing anything. */
export async function readSealingState(): Promise<SealingState> {
  const progress = await readProgress();
  return stateOf(progress?.under === generation() ? progress : { done: [], lost: 0, finishedAt: null });
}

function stateOf({ done, lost, finishedAt }: Pick<SealingState, 'lost' | 'finishedAt'> & { done: readonly string[] }) {
  return { isDone: finishedAt !== null, tables: sealedTables.size, tablesDone: done.length, lost, finishedAt };
}

/** Names today's secret and today's registry: another name, and every row is looked at again. */
function generation(): string {
  const registry = createHash('sha256')
    .update(JSON.stringify([textColumns, jsonColumns]))
    .digest('base64url');
  return `${columnKeys().current.id}.${registry.slice(0, 12)}`;
}
