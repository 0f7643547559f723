import { TriangleAlert, Users } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Select } from '@/app/_ui/Select';
import { Spinner } from '@/app/_ui/Spinner';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../_trpc/problem-of';
import type { CampaignView } from '../../../campaign-types';
import { RecipientSheet } from './RecipientSheet';
import { RecipientTable } from './RecipientTable';
import { recipientFilterOf, recipientFilters } from './recipient-filters';
import { useRecipients } from './use-recipients';

const texts = words.campaigns.run.recipients;

/** Everybody of a campaign, with what became of each. */
export function Recipients({ campaign: { id, channel } }: { readonly campaign: CampaignView }): ReactElement {
  const router = useRouter();
  const filter = recipientFilterOf(useSearchParams().get('filter'));
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const [openId, setOpenId] = useState<string | null>(null);
  const reading = useRecipients({ id, filter, search });
  const people = reading.data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={texts.search}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="flex-1 basis-56"
        />
        <Select
          label={texts.filter}
          value={filter}
          options={recipientFilters}
          onChange={(chosen) => router.replace(`/campaigns/${id}?part=recipients&filter=${chosen}`, { scroll: false })}
          className="w-48"
        />
      </div>
      {reading.isPending ? <Spinner label={texts.loading} className="text-sm text-ink-soft" /> : null}
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
      {reading.data && people.length === 0 ? (
        <Notice icon={Users} title={texts.emptyTitle}>
          {texts.emptyBody}
        </Notice>
      ) : null}
      {people.length === 0 ? null : (
        <RecipientTable
          people={people}
          hasMore={reading.hasNextPage}
          onMore={() => (reading.isFetchingNextPage ? undefined : void reading.fetchNextPage())}
          onOpen={setOpenId}
        />
      )}
      {openId === null ? null : (
        <RecipientSheet campaignId={id} contactId={openId} channel={channel} onClose={() => setOpenId(null)} />
      )}
    </div>
  );
}
