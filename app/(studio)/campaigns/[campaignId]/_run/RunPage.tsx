import { useRouter, useSearchParams } from 'next/navigation';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Tabs } from '@/app/_ui/Tabs';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import { CampaignActs } from '../../_acts/CampaignActs';
import { StatusBadge } from '../../_standing/StatusBadge';
import { sayPause } from '../../_standing/say-code';
import type { CampaignView } from '../../campaign-types';
import { Approval } from './Approval';
import { ProgressView } from './progress/ProgressView';
import { RunActs } from './RunActs';
import { Recipients } from './recipients/Recipients';
import { ResultsView } from './results/ResultsView';

const texts = words.campaigns.run;

const parts = ['progress', 'recipients', 'results'] as const;
type Part = (typeof parts)[number];

/** A campaign since it was proposed or launched: how far it is, who got what, and what it brought. */
export function RunPage({ campaign }: { readonly campaign: CampaignView }): ReactElement {
  const router = useRouter();
  const asked = useSearchParams().get('part');
  const part: Part = parts.find((one) => one === asked) ?? 'progress';
  const { id, name, status, statusReason, channel } = campaign;
  const why = status === 'paused' ? sayPause(statusReason) : sayState(status);
  return (
    <>
      <div className="mt-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">{name}</h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
            <StatusBadge status={status} />
            {channel === 'simulator' ? <Badge>{words.campaigns.simulated}</Badge> : null}
            <span>{sayStory(campaign)}</span>
          </p>
          <p aria-live="polite" className="mt-1 text-sm text-ink-soft">
            {why}
          </p>
        </div>
        <div className="flex flex-wrap items-start gap-2">
          <RunActs campaign={campaign} />
          <CampaignActs campaign={campaign} />
        </div>
      </div>
      {status === 'awaitingApproval' ? (
        <Approval campaign={campaign} />
      ) : (
        <Tabs
          label={texts.parts.label}
          tabs={parts.map((one) => ({ id: one, label: texts.parts[one] }))}
          active={part}
          onChange={(one) => router.replace(`/campaigns/${id}?part=${one}`, { scroll: false })}
          className="mt-6"
        >
          <div className="pt-5">
            <PartOf part={part} campaign={campaign} />
          </div>
        </Tabs>
      )}
    </>
  );
}

function PartOf({ part, campaign }: { readonly part: Part; readonly campaign: CampaignView }): ReactElement {
  switch (part) {
    case 'progress':
      return <ProgressView campaign={campaign} />;
    case 'recipients':
      return <Recipients campaign={campaign} />;
    case 'results':
      return <ResultsView campaign={campaign} />;
    default:
      return part satisfies never;
  }
}

function sayState(status: CampaignView['status']): string {
  const said: Readonly<Record<string, string>> = texts.states;
  return said[status] ?? '';
}

/** When and by whom. */
function sayStory({ author, approver, status, startsAt, launchedAt, finishedAt }: CampaignView): string {
  const moments = words.campaigns;
  const time = (at: Date): string => writeTime(at.toISOString());
  return [
    author === '' ? null : texts.by(author),
    approver === null ? null : texts.approvedBy(approver),
    status === 'scheduled' && startsAt !== null ? moments.startsAt(time(startsAt)) : null,
    launchedAt === null ? null : moments.launchedAt(time(launchedAt)),
    finishedAt === null ? null : moments.finishedAt(time(finishedAt)),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
