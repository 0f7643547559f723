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
import { HowToConnect } from './_connection/HowToConnect';
import { Setup } from './_connection/Setup';
import { Numbers } from './_number/Numbers';
import { Alerts } from './_traffic/Alerts';
import { ClosedWindow } from './_traffic/ClosedWindow';
import { UnknownSends } from './_traffic/UnknownSends';
import { WebhookLog } from './_traffic/WebhookLog';
import type { Overview } from './whatsapp-types';

const texts = words.whatsapp;

/** How often it is read again how the numbers stand. */
const QUIET_MS = 15_000;

/** How WhatsApp is connected: what to do where it is not, and how each number stands where it is. */
export function WhatsApp(): ReactElement {
  const overview = useQuery({ ...useTRPC().whatsapp.overview.queryOptions(), refetchInterval: QUIET_MS });
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
      <p className="mt-1 text-sm text-ink-soft">{texts.lead}</p>
      {overview.isPending ? <Spinner label={texts.loading} className="mt-8 text-sm text-ink-soft" /> : null}
      {overview.data ? <Standing overview={overview.data} /> : null}
      {overview.isError && !overview.data ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void overview.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(overview.error)}
        </Notice>
      ) : null}
    </div>
  );
}

function Standing({ overview }: { readonly overview: Overview }): ReactElement {
  if (!overview.isConfigured) {
    return (
      <div className="mt-8 flex flex-col gap-10">
        <Alerts />
        <HowToConnect overview={overview} />
      </div>
    );
  }
  return (
    <div className="mt-8 flex flex-col gap-10">
      <Alerts />
      <Numbers overview={overview} />
      <UnknownSends />
      <ClosedWindow />
      <WebhookLog />
      <Setup overview={overview} />
    </div>
  );
}
