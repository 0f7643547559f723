'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Button, buttonClass } from '@/app/_ui/Button';
import { Meter } from '@/app/_ui/Meter';
import { words } from '@/app/_words/en';
import type { SampleState } from '@/server/sample/begin-sample';
import { problemOf } from '../_trpc/problem-of';
import { readAgain } from '../_trpc/read-again';
import { useTRPC } from '../_trpc/trpc';

const texts = words.sample;
/** How often it is asked how far it is. */
const LOOK_MS = 1_000;

/** Sample data, for an owner: offered while there is nobody, shown while it is loaded, and to be removed again. */
export function SampleData(): ReactElement | null {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data: state } = useQuery({
    ...trpc.sample.state.queryOptions(),
    refetchInterval: ({ state: { data } }) => (data && isMoving(data) ? LOOK_MS : false),
  });
  const look = { onSettled: () => readAgain(queries, trpc.sample.state.queryKey()) };
  const loading = useMutation(trpc.sample.load.mutationOptions(look));
  const removing = useMutation(trpc.sample.remove.mutationOptions(look));
  const problem = loading.error ?? removing.error;
  if (!state || (!isMoving(state) && !state.canLoad && !state.canRemove)) return null;
  return (
    <section
      aria-label={texts.title}
      className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-6 shadow-card"
    >
      <SampleText state={state} />
      {isMoving(state) ? (
        <Meter
          label={state.status === 'removing' ? texts.removing : texts.loading}
          share={state.done / state.total}
          value={texts.progress(state.done, state.total)}
        />
      ) : null}
      {problem ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(problem)}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {state.status === 'loaded' && state.canRemove ? (
          <Link href="/leads" className={buttonClass('primary')}>
            {texts.toLeads}
          </Link>
        ) : null}
        {state.canLoad ? (
          <Button look="primary" isBusy={loading.isPending} onClick={() => loading.mutate()}>
            {state.status === 'none' ? texts.load : texts.again}
          </Button>
        ) : null}
        {state.canRemove ? (
          <Button isBusy={removing.isPending} onClick={() => removing.mutate()}>
            {texts.remove}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function SampleText({ state: { status, total, canLoad } }: { readonly state: SampleState }): ReactElement {
  const isLoaded = status === 'loaded' && !canLoad;
  return (
    <div>
      <h2 className="text-base font-semibold">{isLoaded ? texts.loaded(total) : texts.title}</h2>
      {isLoaded ? null : <p className="mt-1 max-w-prose text-sm text-ink-soft">{texts.body(total)}</p>}
      {status === 'failed' ? <p className="mt-2 text-sm text-danger">{texts.failed}</p> : null}
    </div>
  );
}

function isMoving({ status, canLoad, canRemove }: SampleState): boolean {
  return (status === 'loading' || status === 'removing') && !canLoad && !canRemove;
}
