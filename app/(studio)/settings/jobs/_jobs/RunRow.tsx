import type { ReactElement } from 'react';
import type { JobRun } from './jobs-types';
import { StatusBadge } from './StatusBadge';
import { sayRun } from './say-run';

/** One run: of which function, how it stands, since when, and why it failed. */
export function RunRow({ run, onOpen }: { readonly run: JobRun; readonly onOpen: () => void }): ReactElement {
  return (
    <li>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={onOpen}
        className="group -mx-3 flex w-[calc(100%+1.5rem)] flex-wrap items-baseline gap-x-3 gap-y-0.5 rounded-lg px-3 py-2.5 text-left hover:bg-surface"
      >
        <span className="min-w-0 flex-1 basis-56 text-sm font-medium wrap-anywhere group-hover:text-accent">
          {run.name}
        </span>
        <span className="text-xs text-ink-faint tabular-nums">{sayRun(run)}</span>
        <StatusBadge status={run.status} />
        {run.problem === null ? null : (
          <span className="line-clamp-2 basis-full text-sm text-danger wrap-anywhere">{run.problem}</span>
        )}
      </button>
    </li>
  );
}
