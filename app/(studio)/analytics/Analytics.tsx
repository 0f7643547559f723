'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import type { ReactElement } from 'react';
import { Tabs } from '@/app/_ui/Tabs';
import { words } from '@/app/_words/en';
import { writeTime } from '../_time/write-time';
import { useTRPC } from '../_trpc/trpc';
import { Cost } from './_cost/Cost';
import { Filters } from './_filters/Filters';
import { FunnelPart } from './_funnel/FunnelPart';
import { Handover } from './_handover/Handover';
import { ListProvider } from './_list/ListProvider';
import { OutreachPart } from './_outreach/OutreachPart';
import { OverviewPart } from './_overview/OverviewPart';
import { QuestionsPart } from './_questions/QuestionsPart';
import { RangeChoice } from './_range/RangeChoice';
import { addressOf, filterOf, isNarrowed, type Place, placeOf, tabNames } from './analytics-place';
import type { Choices, Filter } from './analytics-types';

const texts = words.analytics;
const tabs = tabNames.map((id) => ({ id, label: texts.tabs[id] }));

/** How often it is asked what there is to choose. */
const CHOICES_MS = 30_000;

/** What works and where people are lost, in the time and for those whom the address names. */
export function Analytics(): ReactElement {
  const router = useRouter();
  const place = placeOf(useSearchParams());
  const filter = filterOf(place, Date.now());
  const choices = useQuery({ ...useTRPC().analytics.choices.queryOptions(), refetchInterval: CHOICES_MS });
  const go = (part: Partial<Place>): void => router.replace(addressOf({ ...place, ...part }), { scroll: false });
  return (
    <ListProvider filter={filter}>
      <div className="mx-auto max-w-5xl px-5 py-8 md:px-12 md:py-10">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
          <div>
            <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
            <p className="mt-1 text-sm text-ink-soft">{texts.lead}</p>
          </div>
          <RangeChoice place={place} filter={filter} onGo={go} />
        </div>
        <Filters place={place} choices={choices.data ?? null} onGo={go} />
        <Tabs
          label={texts.tabsLabel}
          tabs={tabs}
          active={place.tab}
          onChange={(tab) => go({ tab })}
          className="mt-6 [&>[role=tablist]]:overflow-x-auto [&>[role=tablist]]:overflow-y-hidden [&>[role=tablist]]:px-0 [&>[role=tablist]]:whitespace-nowrap"
        >
          <Part place={place} filter={filter} choices={choices.data ?? null} onGo={go} />
        </Tabs>
        {choices.data?.countedAt ? (
          <p className="mt-10 text-xs text-ink-faint">{texts.counted(writeTime(choices.data.countedAt))}</p>
        ) : null}
      </div>
    </ListProvider>
  );
}

type PartProps = {
  readonly place: Place;
  readonly filter: Filter;
  readonly choices: Choices | null;
  readonly onGo: (part: Partial<Place>) => void;
};

function Part({ place, filter, choices, onGo }: PartProps): ReactElement {
  switch (place.tab) {
    case 'overview':
      return <OverviewPart filter={filter} />;
    case 'funnel':
      return <FunnelPart place={place} filter={filter} choices={choices} onGo={onGo} />;
    case 'questions':
      return <QuestionsPart filter={filter} />;
    case 'handover':
      return <Handover filter={filter} />;
    case 'outreach':
      return <OutreachPart filter={filter} />;
    case 'cost':
      return <Cost filter={filter} isNarrowed={isNarrowed(place)} />;
    default:
      return place.tab satisfies never;
  }
}
