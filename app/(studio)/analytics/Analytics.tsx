'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/Notice';
import { Segments } from '@/app/_ui/Segments';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { NoModel } from '../_reading/NoModel';
import { problemOf } from '../_trpc/problem-of';
import { useTRPC } from '../_trpc/trpc';
import { Figures } from './_figures/Figures';
import { Review } from './_review/Review';
import { type Days, daysChoices, daysOf } from './days';

const texts = words.analytics;

/** How often the figures are read again. */
const QUIET_MS = 15_000;

/** How messages were read in the time that the address names: shares, reasons, money, and the turns to look at. */
export function Analytics(): ReactElement {
  const router = useRouter();
  const days = daysOf(useSearchParams().get('days'));
  return (
    <div className="mx-auto max-w-5xl px-5 py-8 md:px-12 md:py-10">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div>
          <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
          <p className="mt-1 text-sm text-ink-soft">{texts.lead}</p>
        </div>
        <div className="w-full sm:w-80">
          <Segments
            label={texts.time}
            segments={daysChoices}
            active={days}
            onChange={(chosen) => router.replace(`/analytics?days=${chosen}`, { scroll: false })}
          />
        </div>
      </div>
      <Reading days={days} />
      <Review days={days} />
    </div>
  );
}

function Reading({ days }: { readonly days: Days }): ReactElement {
  const trpc = useTRPC();
  const figures = useQuery({
    ...trpc.understanding.figures.queryOptions({ days: Number(days) }),
    placeholderData: keepPreviousData,
    refetchInterval: QUIET_MS,
  });
  const settings = useQuery(trpc.understanding.settings.queryOptions());
  if (figures.isPending) return <Spinner label={texts.loading} className="mt-10 text-sm text-ink-soft" />;
  if (!figures.data) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void figures.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(figures.error)}
      </Notice>
    );
  }
  const hasNoModel = settings.data?.model === null;
  return (
    <div className={classNames('mt-7 flex flex-col gap-8', figures.isPlaceholderData && 'opacity-60')}>
      {hasNoModel ? (
        <NoModel>
          {figures.data.askedModel === 0 ? words.reading.everythingEmbedded : words.reading.embeddedFromNow}
        </NoModel>
      ) : null}
      {figures.isError ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(figures.error)}
        </p>
      ) : null}
      <Figures figures={figures.data} />
    </div>
  );
}
