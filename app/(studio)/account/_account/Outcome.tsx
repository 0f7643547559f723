import type { ReactElement } from 'react';

type Props = {
  /** What went wrong; null: nothing did. */
  readonly problem: string | null;
  /** What was done; null: nothing yet. */
  readonly done: string | null;
};

/** How an act ended, also for those who don't see it change. */
export function Outcome({ problem, done }: Props): ReactElement {
  return (
    <>
      <p role="status" className="text-sm text-accent">
        {problem === null ? done : null}
      </p>
      {problem === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {problem}
        </p>
      )}
    </>
  );
}
