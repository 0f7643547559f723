'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Segments } from '@/app/_ui/Segments';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { TimelineCursor } from '@/server/leads/timeline/timeline-entry';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { LeadNews } from '../../_live/LeadNews';
import { useQuietMs } from '../../_live/use-quiet-ms';
import type { TimelineEntry } from '../lead-page-types';
import { Section } from '../Section';
import { TimelineLine } from './TimelineLine';
import { type TimelineFilter, timelineFilters } from './timeline-filter';

const texts = words.leadPage.timeline;

const segments = Object.entries(texts.kinds).flatMap(([id, label]) => (isFilter(id) ? [{ id, label }] : []));

/** Everything that happened with a lead, the newest first. */
export function Timeline({ contactId }: { readonly contactId: string }): ReactElement {
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const { reading, readAgain } = useTimeline(contactId);
  const all = reading.data?.pages.flatMap(({ entries }) => entries) ?? [];
  const shown = all.filter(timelineFilters[filter]);
  return (
    <Section title={texts.title}>
      <LeadNews contactId={contactId} onNews={readAgain} />
      <div className="my-2 max-w-md">
        <Segments label={texts.label} segments={segments} active={filter} onChange={setFilter} />
      </div>
      {reading.isPending ? <Spinner label={texts.loading} className="text-sm text-ink-soft" /> : null}
      {reading.isError ? (
        <p role="alert" className="text-sm text-danger">
          {texts.problem} {problemOf(reading.error)}
        </p>
      ) : null}
      {reading.data && shown.length === 0 ? (
        <p className="text-sm text-ink-soft">{all.length === 0 ? texts.none : texts.nothingOfKind}</p>
      ) : null}
      <Entries entries={shown} />
      {reading.hasNextPage ? (
        <Button look="bare" isBusy={reading.isFetchingNextPage} onClick={() => void reading.fetchNextPage()}>
          {texts.more}
        </Button>
      ) : null}
    </Section>
  );
}

function Entries({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactElement {
  return (
    <ol className="flex flex-col">
      {entries.map((entry) => (
        <TimelineLine key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function useTimeline(contactId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const first: TimelineCursor | null = null;
  const quietMs = useQuietMs();
  const reading = useInfiniteQuery({
    queryKey: [...trpc.leads.timeline.queryKey(), 'pages', contactId],
    queryFn: ({ pageParam }: { readonly pageParam: TimelineCursor | null }) =>
      queries.fetchQuery({
        ...trpc.leads.timeline.queryOptions({ contactId, before: pageParam }),
        staleTime: 0,
      }),
    initialPageParam: first,
    getNextPageParam: (page): TimelineCursor | null => page.next,
    refetchInterval: ({ state }) => (isShort(state.data) ? quietMs : false),
  });
  const readAgain = (): void => {
    if (isShort(reading.data)) void reading.refetch();
  };
  return { reading, readAgain };
}

/** One that goes far back is not read again by itself. */
function isShort(data: { readonly pages: readonly unknown[] } | undefined): boolean {
  return (data?.pages.length ?? 0) < 2;
}

function isFilter(id: string): id is TimelineFilter {
  return Object.hasOwn(timelineFilters, id);
}
