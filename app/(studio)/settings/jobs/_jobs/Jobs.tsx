'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { Functions } from './Functions';
import type { JobFilter } from './jobs-types';
import { Runner } from './Runner';
import { Runs } from './Runs';

const texts = words.jobs;

/** How often the runs are read again while one looks. */
const LIVE_MS = 3_000;

/** What runs by itself: who runs it, on which schedule, and what became of it. */
export function Jobs(): ReactElement {
  const [filter, setFilter] = useState<JobFilter>({ status: null, functionId: null, before: null });
  const list = useQuery({
    ...useTRPC().jobs.list.queryOptions(filter),
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
      <p className="mt-1 text-sm text-ink-soft">{texts.lead}</p>
      {list.isPending ? <Spinner label={texts.loading} className="mt-8 text-sm text-ink-soft" /> : null}
      {list.isError && list.data ? (
        <p role="alert" className="mt-4 text-sm text-danger">
          {texts.stale}
        </p>
      ) : null}
      {list.data ? (
        <div className="mt-6 flex flex-col gap-10">
          <Runner runner={list.data.runner} />
          <Functions functions={list.data.functions} />
          <Runs list={list.data} filter={filter} isOld={list.isPlaceholderData} onFilter={setFilter} />
        </div>
      ) : null}
      {list.isError && !list.data ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void list.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(list.error)}
        </Notice>
      ) : null}
    </div>
  );
}
