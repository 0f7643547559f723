'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { Filter } from '../analytics-types';
import { ReviewRow } from './ReviewRow';

const texts = words.analytics.review;

/** How often the list is read again. */
const QUIET_MS = 15_000;

/** As many as the server gives at once. */
const MOST_REVIEWED = 100;

/** The turns that a person should look at, the newest first. */
export function Review({ filter }: { readonly filter: Filter }): ReactElement {
  return (
    <section aria-labelledby="review" className="mt-12">
      <h2 id="review" className="text-lg font-semibold">
        {texts.title}
      </h2>
      <p className="text-sm text-ink-soft">{texts.lead}</p>
      <Turns filter={filter} />
    </section>
  );
}

function Turns({ filter }: { readonly filter: Filter }): ReactElement {
  const turns = useQuery({
    ...useTRPC().analytics.review.queryOptions({ filter }),
    placeholderData: keepPreviousData,
    refetchInterval: QUIET_MS,
  });
  if (turns.isPending) return <Spinner label={texts.loading} className="mt-4 text-sm text-ink-soft" />;
  if (!turns.data) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void turns.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(turns.error)}
      </Notice>
    );
  }
  if (turns.data.length === 0) {
    return (
      <Notice icon={CircleCheck} title={texts.emptyTitle}>
        {texts.emptyBody}
      </Notice>
    );
  }
  return (
    <>
      <ul aria-labelledby="review" className="hairlines mt-4 border-y border-line">
        {turns.data.map((turn) => (
          <ReviewRow key={turn.turnId} turn={turn} />
        ))}
      </ul>
      {turns.data.length < MOST_REVIEWED ? null : (
        <p className="mt-3 text-sm text-ink-faint">{texts.first(MOST_REVIEWED)}</p>
      )}
    </>
  );
}
