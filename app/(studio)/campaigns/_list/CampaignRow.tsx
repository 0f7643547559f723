import { Copy } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import { writeTime } from '../../_time/write-time';
import { useDuplicating } from '../_acts/use-duplicating';
import { StatusBadge } from '../_standing/StatusBadge';
import { sayPause } from '../_standing/say-code';
import type { CampaignSummary } from '../campaign-types';

const texts = words.campaigns;

/** One campaign: how far it has come, and what it brought. */
export function CampaignRow({ campaign }: { readonly campaign: CampaignSummary }): ReactElement {
  const duplicating = useDuplicating();
  const { id, name, channel, status, statusReason, trigger } = campaign;
  const pause = status === 'paused' ? sayPause(statusReason) : undefined;
  return (
    <li className="flex items-start gap-2 py-1">
      <Link
        href={`/campaigns/${id}`}
        className="group -ml-4 flex min-w-0 flex-1 flex-col gap-1.5 rounded-xl px-4 py-3 hover:bg-surface"
      >
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="text-base font-semibold wrap-anywhere group-hover:text-accent">{name}</span>
          <StatusBadge status={status} />
          {channel === 'simulator' ? <Badge>{texts.simulated}</Badge> : null}
          {trigger === null ? null : <Badge>{sayTrigger(trigger)}</Badge>}
          <span className="text-xs text-ink-faint">{sayWhen(campaign)}</span>
        </span>
        {pause ? <span className="text-sm text-mark-ink">{pause}</span> : null}
        <Figures campaign={campaign} />
      </Link>
      <IconButton
        icon={Copy}
        label={texts.duplicate}
        disabled={duplicating.isPending}
        onClick={() => duplicating.mutate(id)}
        className="mt-2"
      />
    </li>
  );
}

function Figures({ campaign }: { readonly campaign: CampaignSummary }): ReactElement | null {
  const { people, pending, queued, excluded, replied } = campaign;
  const wanted = people - excluded;
  if (people === 0) return null;
  const percent = wanted === 0 ? 100 : Math.round((queued / wanted) * 100);
  return (
    <span className="flex flex-col gap-1">
      <span aria-hidden className="h-1.5 w-full max-w-md overflow-hidden rounded-full bg-sunken">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
      <span className="text-sm text-ink-soft tabular-nums">
        {[
          texts.ofPeople(writeCount(queued), writeCount(wanted)),
          ...(pending > 0 ? [texts.waiting(writeCount(pending))] : []),
          ...(replied > 0 ? [texts.replied(writeCount(replied))] : []),
          ...(excluded > 0 ? [texts.leftOut(writeCount(excluded))] : []),
        ].join(' · ')}
      </span>
    </span>
  );
}

function sayWhen({ status, startsAt, launchedAt, finishedAt, updatedAt }: CampaignSummary): string {
  const time = (at: Date): string => writeTime(at.toISOString());
  if (finishedAt !== null) return texts.finishedAt(time(finishedAt));
  if (status === 'scheduled' && startsAt !== null) return texts.startsAt(time(startsAt));
  return launchedAt === null ? texts.changed(time(updatedAt)) : texts.launchedAt(time(launchedAt));
}

function sayTrigger(trigger: string): string {
  const known: Readonly<Record<string, string>> = texts.triggers;
  return known[trigger] ?? trigger.replaceAll('_', ' ');
}
