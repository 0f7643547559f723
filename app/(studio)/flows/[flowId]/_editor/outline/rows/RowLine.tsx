import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly id: string;
  /** What comes before the name, for the eye only. */
  readonly sign?: ReactNode;
  readonly name: ReactNode;
  readonly marks?: ReactNode;
  /** A second line in small print. */
  readonly more?: ReactNode;
};

/** The line of a row: a sign, a name that may be cut, and what is to be said of it. */
export function RowLine({ id, sign, name, marks, more }: Props): ReactElement {
  return (
    <span className="min-w-0 flex-1 py-1.5 pointer-coarse:py-2.5">
      <span className="flex min-w-0 items-center gap-2">
        {sign}
        <span id={`${id}-name`} className="min-w-0 truncate">
          {name}
        </span>
        <span id={`${id}-marks`} className="ml-auto shrink-0 text-xs text-ink-soft">
          {marks}
        </span>
      </span>
      {more ? <span className="line-clamp-2 text-xs text-ink-soft">{more}</span> : null}
    </span>
  );
}
