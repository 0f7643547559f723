'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { HandoverForm } from './HandoverForm';

const texts = words.inboxHandover;

/** What is kept to when a person is asked for. */
export function Handover(): ReactElement {
  const reading = useQuery(useTRPC().handovers.settings.queryOptions());
  if (reading.data) return <HandoverForm reading={reading.data} />;
  if (reading.isPending) return <Spinner label={texts.loading} className="mt-6 text-sm text-ink-soft" />;
  return (
    <Notice
      icon={TriangleAlert}
      kind="problem"
      title={texts.problem}
      action={<Button onClick={() => void reading.refetch()}>{words.problem.retry}</Button>}
    >
      {problemOf(reading.error)}
    </Notice>
  );
}
