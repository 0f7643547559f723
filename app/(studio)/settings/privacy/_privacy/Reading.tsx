import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';

type Props = {
  readonly loading: string;
  readonly problem: string;
  /** Null while it is being read. */
  readonly error: unknown;
  readonly onRetry: () => void;
};

/** Stands where a part of the page would be: it is being read, or can't be. */
export function Reading({ loading, problem, error, onRetry }: Props): ReactElement {
  if (error === null) return <Spinner label={loading} className="text-sm text-ink-soft" />;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 text-sm text-danger">
      {problem} {problemOf(error)}
      <Button onClick={onRetry}>{words.problem.retry}</Button>
    </div>
  );
}
