import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';

const texts = words.campaigns.run;

type Props = {
  readonly id: string;
  /** How many failed for a reason that passes, and surely got nothing. */
  readonly retryable: number;
};

/** Tries again what failed for a reason that passes. */
export function Retrying({ id, retryable }: Props): ReactElement | null {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const retrying = useMutation(
    trpc.campaigns.retry.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.campaigns.pathKey() }),
    }),
  );
  if (retryable === 0 && retrying.status === 'idle') return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {retryable === 0 ? null : (
        <Button isBusy={retrying.isPending} onClick={() => retrying.mutate({ id })}>
          {retrying.isPending ? null : <RotateCw aria-hidden className="size-4" />}
          {texts.retry(writeCount(retryable))}
        </Button>
      )}
      <p aria-live="polite" className="text-sm text-ink-soft">
        {retrying.data ? texts.retried(retrying.data.retried, writeCount(retrying.data.retried)) : texts.retryBody}
      </p>
      {retrying.error ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(retrying.error)}
        </p>
      ) : null}
    </div>
  );
}
