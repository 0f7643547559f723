import { createHash } from 'node:crypto';
import { jsonColumns, textColumns } from '../columns';
import { columnKeys } from '../keys';
import { sealedTables } from './reseal-row';
import { resealBatch } from './reseal-table';
import { type Progress, readProgress, readTable, saveProgress } from './store';

/** How rewriting stands: finished once every table was walked under today's secret and today's registry. */
export type SealingState = {
  readonly tables: number;
  readonly tablesDone: number;
  /** Rows that hold something that no known secret opens, or that could not be written. */
  readonly lost: number;
  /** ISO 8601; null while it is not finished. */
  readonly finishedAt: string | null;
};

/**
 * Seals what is not sealed with today's secret: what was written before columns were sealed, under the secret before, or before
 * a column was added to the registry. Goes on where it was stopped, for about `mostMs`; says how it stands. Safe beside everything
 * else: a row that changes meanwhile is read again.
 */
export async function resealColumns(mostMs: number): Promise<SealingState> {
  const until = performance.now() + mostMs;
  let progress = begun(await readProgress());
  for (const [name, columns] of sealedTables) {
    if (progress.finishedAt !== null) return stateOf(progress);
    if (progress.done.includes(name)) continue;
    const table = await readTable(name, columns);
    for (let isWalked = false; !isWalked; ) {
      const { last, missed } = await resealBatch(table, progress.after);
      isWalked = last === null;
      const done = isWalked ? [...progress.done, name] : progress.done;
      progress = { ...progress, done, after: last, lost: progress.lost + missed };
      await saveProgress(progress);
      if (performance.now() > until) return stateOf(progress);
    }
  }
  const finished = { ...progress, finishedAt: progress.finishedAt ?? new Date().toISOString() };
  await saveProgress(finished);
  return stateOf(finished);
}

/** How it stands, without doing anything. */
export async function readSealingState(): Promise<SealingState> {
  return stateOf(begun(await readProgress()));
}

/** What was reached, or a new walk: under another secret or registry, and where something was lost that another key may open. */
function begun(before: Progress | null): Progress {
  const known = columnKeys().known.map(({ id }) => id);
  const under = generation();
  const mayFindMore = before !== null && before.lost > 0 && known.some((id) => !before.known.includes(id));
  if (before?.under === under && !mayFindMore) return before;
  return { under, known, done: [], after: null, lost: 0, finishedAt: null };
}

function stateOf({ done, lost, finishedAt }: Progress): SealingState {
  return { tables: sealedTables.size, tablesDone: done.length, lost, finishedAt };
}

/** Names today's secret and today's registry: another name, and every row is looked at again. */
function generation(): string {
  const registry = createHash('sha256')
    .update(JSON.stringify([textColumns, jsonColumns]))
    .digest('base64url');
  return `${columnKeys().current.id}.${registry.slice(0, 12)}`;
}
