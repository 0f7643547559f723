import { TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';

const texts = words.analytics;

type Props<Figures> = {
  readonly query: {
    readonly data: Figures | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly isPlaceholderData: boolean;
    readonly refetch: () => unknown;
  };
  readonly children: (figures: Figures) => ReactNode;
};

/** Figures once they are there; until then that they are counted, or why not. What is shown stays when it can't be read again. */
export function Shown<Figures>({ query, children }: Props<Figures>): ReactElement {
  const { data, error, isPending, isPlaceholderData, refetch } = query;
  if (isPending) return <Spinner label={texts.loading} className="mt-8 text-sm text-ink-soft" />;
  if (data === undefined) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(error)}
      </Notice>
    );
  }
  return (
    <div className={classNames('mt-7 flex flex-col gap-10', isPlaceholderData && 'opacity-60')}>
      {error ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(error)}
        </p>
      ) : null}
      {children(data)}
    </div>
  );
}
