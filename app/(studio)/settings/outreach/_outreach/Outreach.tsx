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
import { OutreachForm } from './OutreachForm';

const texts = words.outreach;

/** When people may be written to first, how often, and how follow-ups find their time. */
export function Outreach(): ReactElement {
  const trpc = useTRPC();
  const outreach = useQuery(trpc.followUps.outreach.queryOptions());
  const followUps = useQuery(trpc.followUps.settings.queryOptions());
  const isRead = outreach.data && followUps.data;
  const failure = outreach.error ?? followUps.error;
  const retry = (): void => {
    void outreach.refetch();
    void followUps.refetch();
  };
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
      <p className="mt-1 text-sm text-ink-soft">{texts.lead}</p>
      {isRead ? <OutreachForm outreach={outreach.data} followUps={followUps.data} /> : null}
      {!isRead && failure === null ? <Spinner label={texts.loading} className="mt-8 text-sm text-ink-soft" /> : null}
      {!isRead && failure !== null ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={retry}>{words.problem.retry}</Button>}
        >
          {problemOf(failure)}
        </Notice>
      ) : null}
    </div>
  );
}
