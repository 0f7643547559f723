'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, SearchX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { isMissing, problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { CampaignView } from '../campaign-types';
import { DraftPage } from './_draft/DraftPage';
import { RunPage } from './_run/RunPage';

const texts = words.campaigns;

/** How often a campaign that is not being drafted is read again: it moves by itself. */
const QUIET_MS = 2_000;

/** One campaign: its draft, or what has become of it since it was launched. */
export function OpenCampaign({ id }: { readonly id: string }): ReactElement {
  const trpc = useTRPC();
  const view = useQuery({
    ...trpc.campaigns.read.queryOptions({ id }),
    refetchInterval: ({ state }) => (isMoving(state.data) ? QUIET_MS : false),
  });
  const isGone = view.error !== null && isMissing(view.error);
  return (
    <div className="mx-auto max-w-6xl px-5 pt-8 pb-16 md:px-12 md:pt-10">
      <Link href="/campaigns" className="inline-flex items-center gap-1.5 text-sm text-accent hover:underline">
        <ArrowLeft aria-hidden className="size-4" />
        {texts.back}
      </Link>
      {view.isPending ? <Spinner label={texts.opening} className="mt-8 flex text-sm text-ink-soft" /> : null}
      {view.data && !isGone ? <Opened campaign={view.data} /> : null}
      {isGone ? (
        <Notice icon={SearchX} title={texts.missingTitle}>
          {texts.missingBody}
        </Notice>
      ) : null}
      {view.error && !view.data && !isGone ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.openProblem}
          action={<Button onClick={() => void view.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(view.error)}
        </Notice>
      ) : null}
    </div>
  );
}

function Opened({ campaign }: { readonly campaign: CampaignView }): ReactElement {
  return campaign.status === 'draft' ? <DraftPage campaign={campaign} /> : <RunPage campaign={campaign} />;
}

function isMoving(campaign: CampaignView | undefined): boolean {
  if (!campaign) return false;
  return campaign.status !== 'draft' && campaign.status !== 'done' && campaign.status !== 'cancelled';
}
