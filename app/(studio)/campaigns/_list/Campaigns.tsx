'use client';

import { useQuery } from '@tanstack/react-query';
import { Megaphone, TriangleAlert } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Select } from '@/app/_ui/Select';
import { Spinner } from '@/app/_ui/Spinner';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { MarketEvent } from '../../_market/MarketEvent';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { CampaignSummary } from '../campaign-types';
import { CampaignRow } from './CampaignRow';
import { type CampaignFilter, filterCampaigns, filterOf, queryOf, statusChoices } from './filter-campaigns';
import { NewCampaign } from './NewCampaign';
import { RulesSheet } from './RulesSheet';

const texts = words.campaigns;

/** How often the list is read again: what runs goes on. */
const QUIET_MS = 5_000;

/** Every campaign, the newest first, with how far it has come. */
export function Campaigns(): ReactElement {
  const list = useQuery({ ...useTRPC().campaigns.list.queryOptions(), refetchInterval: QUIET_MS });
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
          <p className="mt-1 text-sm text-ink-soft">{texts.lead}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <RulesSheet />
          <MarketEvent />
          {list.data && list.data.length > 0 ? <NewCampaign /> : null}
        </div>
      </div>
      {list.isPending ? <Spinner label={texts.loading} className="mt-8 text-sm text-ink-soft" /> : null}
      {list.data ? <Listed campaigns={list.data} /> : null}
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

function Listed({ campaigns }: { readonly campaigns: readonly CampaignSummary[] }): ReactElement {
  const router = useRouter();
  const filter = filterOf(useSearchParams());
  const show = (next: CampaignFilter): void => router.replace(`/campaigns?${queryOf(next)}`, { scroll: false });
  if (campaigns.length === 0) {
    return (
      <Notice icon={Megaphone} title={texts.emptyTitle} action={<NewCampaign />}>
        {texts.emptyBody}
      </Notice>
    );
  }
  const found = filterCampaigns(campaigns, filter);
  return (
    <>
      <div className="mt-5 flex flex-wrap items-end gap-3">
        <TextField
          label={texts.search}
          type="search"
          defaultValue={filter.search}
          onChange={(event) => show({ ...filter, search: event.target.value })}
          className="flex-1 basis-56"
        />
        <Select
          label={texts.status}
          value={filter.status}
          options={statusChoices}
          onChange={(status) => show({ ...filter, status })}
          className="w-48"
        />
      </div>
      {found.length === 0 ? <p className="mt-6 text-sm text-ink-soft">{texts.noneFound}</p> : null}
      <ul aria-label={texts.list} className="hairlines mt-4 border-y border-line empty:hidden">
        {found.map((campaign) => (
          <CampaignRow key={campaign.id} campaign={campaign} />
        ))}
      </ul>
    </>
  );
}
