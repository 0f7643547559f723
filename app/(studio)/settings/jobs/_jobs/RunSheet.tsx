import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { JobDetails } from './jobs-types';
import { StatusBadge } from './StatusBadge';
import { Steps } from './Steps';
import { sayRun } from './say-run';

const texts = words.jobs;

/** How often an open run is read again. */
const LIVE_MS = 2_000;

type Props = { readonly id: string | null; readonly onClose: () => void };

/** One run: how it stands, its steps, and what can be done about it. */
export function RunSheet({ id, onClose }: Props): ReactElement {
  const reading = useQuery({
    ...useTRPC().jobs.read.queryOptions({ id: id ?? '' }),
    enabled: id !== null,
    refetchInterval: LIVE_MS,
  });
  return (
    <Sheet
      title={reading.data?.run.name ?? texts.run.title}
      closeLabel={words.close}
      size="side"
      isOpen={id !== null}
      onClose={onClose}
    >
      {reading.isPending ? <Spinner label={texts.run.loading} className="text-sm text-ink-soft" /> : null}
      {reading.data ? <Details key={reading.data.run.id} details={reading.data} /> : null}
      {reading.isError && !reading.data ? (
        <p role="alert" className="text-sm text-danger">
          {texts.run.problem}. {problemOf(reading.error)}
        </p>
      ) : null}
    </Sheet>
  );
}

function Details({ details: { run, steps } }: { readonly details: JobDetails }): ReactElement {
  return (
    <div className="flex flex-col gap-5 pt-1">
      <div>
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <StatusBadge status={run.status} />
          <span>{sayRun(run)}</span>
        </p>
        <p className="text-xs text-ink-faint">
          {texts.run.id} <code className="font-mono">{run.id}</code>
        </p>
      </div>
      <Acts run={run} />
      {run.problem === null ? null : (
        <section aria-label={texts.run.why}>
          <h3 className="mb-1 text-xs font-medium text-ink-soft">{texts.run.why}</h3>
          <p className="text-sm text-danger wrap-anywhere whitespace-pre-wrap">{run.problem}</p>
        </section>
      )}
      <section aria-label={texts.run.steps}>
        <h3 className="mb-1 text-xs font-medium text-ink-soft">{texts.run.steps}</h3>
        <Steps steps={steps} />
      </section>
    </div>
  );
}

/** Only a failed run is begun again, only one that is not over is cancelled. */
function Acts({ run: { id, status } }: { readonly run: JobDetails['run'] }): ReactElement | null {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: trpc.jobs.pathKey() }) };
  const retrying = useMutation(trpc.jobs.retry.mutationOptions(after));
  const cancelling = useMutation(trpc.jobs.cancel.mutationOptions(after));
  const failure = retrying.error ?? cancelling.error;
  const isOver = status === 'completed' || status === 'failed' || status === 'cancelled';
  if (status === 'completed') return null;
  return (
    <div className="flex flex-col items-start gap-2">
      {isOver ? (
        <Button onClick={() => retrying.mutate({ id })} isBusy={retrying.isPending}>
          {texts.retry}
        </Button>
      ) : null}
      {isOver || isAsking ? null : <Button onClick={() => setIsAsking(true)}>{texts.cancel}</Button>}
      {!isOver && isAsking ? (
        <div role="alertdialog" aria-label={texts.run.cancelTitle} className="rounded-xl bg-sunken p-4">
          <p className="text-sm font-semibold">{texts.run.cancelTitle}</p>
          <p className="text-sm text-ink-soft">{texts.run.cancelBody}</p>
          <div className="mt-3 flex flex-wrap gap-2">
            <Button look="primary" autoFocus onClick={() => cancelling.mutate({ id })} isBusy={cancelling.isPending}>
              {texts.run.cancelYes}
            </Button>
            <Button onClick={() => setIsAsking(false)} disabled={cancelling.isPending}>
              {texts.run.keep}
            </Button>
          </div>
        </div>
      ) : null}
      <p role="status" className="text-sm text-ink-soft">
        {retrying.isSuccess ? texts.retried : null}
      </p>
      {failure === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notDone} {sayFailure(failure)}
        </p>
      )}
    </div>
  );
}

/** Unlike reading, an act is not tried again by itself. */
function sayFailure(error: unknown): string {
  const sentence = problemOf(error);
  return sentence === words.problem.unreachable ? texts.unreachable : sentence;
}
