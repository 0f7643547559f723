'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { UnderstandingForm } from './UnderstandingForm';

const texts = words.settings;

/** Who reads what customers write, and what that may cost. */
export function Understanding(): ReactElement {
  const reading = useQuery(useTRPC().understanding.settings.queryOptions());
  return (
    <section aria-labelledby="understanding" className="mt-8">
      <h2 id="understanding" className="text-lg font-semibold">
        {texts.understanding}
      </h2>
      <p className="text-sm text-ink-soft">{texts.understandingLead}</p>
      {reading.isPending ? <Spinner label={texts.loading} className="mt-6 text-sm text-ink-soft" /> : null}
      {reading.data ? <UnderstandingForm reading={reading.data} /> : null}
      {reading.isError && !reading.data ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void reading.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(reading.error)}
        </Notice>
      ) : null}
    </section>
  );
}
