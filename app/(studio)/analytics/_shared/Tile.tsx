import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly name: string;
  readonly children: ReactNode;
  /** What it is a part of, or how exact it is. */
  readonly note?: ReactNode;
};

/** One figure with its name, in a description list. */
export function Tile({ name, children, note = null }: Props): ReactElement {
  return (
    <div className="flex min-w-0 flex-col rounded-2xl border border-line bg-surface px-4 py-3.5 shadow-card">
      <dt className="text-xs text-ink-soft">{name}</dt>
      <dd className="text-xl font-semibold wrap-anywhere tabular-nums">{children}</dd>
      {note ? <dd className="text-xs text-ink-faint">{note}</dd> : null}
    </div>
  );
}
