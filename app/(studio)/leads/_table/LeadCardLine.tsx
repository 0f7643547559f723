import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { LanguageChip } from '../../_lead/LanguageChip';
import { OwnerChip } from '../../_lead/OwnerChip';
import { ScoreBadge } from '../../_lead/ScoreBadge';
import { WindowRing } from '../../_lead/WindowRing';
import { sayAmount } from '../../_slots/write-value';
import { ChooseBox } from '../_bulk/ChooseBox';
import type { Chosen } from '../_bulk/use-chosen';
import type { Lead } from '../lead-types';
import { NextActionMark } from '../NextActionMark';

const texts = words.leads;

type Props = { readonly lead: Lead; readonly chosen: Chosen | null };

/** A lead as a card of the list that a phone shows instead of the table. */
export function LeadCardLine({ lead, chosen }: Props): ReactElement {
  const name = lead.name ?? words.leadsShared.noName;
  const asks = lead.loanAmount === null ? undefined : sayAmount('loan_amount_needed', lead.loanAmount);
  const about = [asks, lead.city, words.leadsShared.stages[lead.stage]].filter((part) => part).join(' · ');
  return (
    <div className="flex gap-3 px-4 py-3">
      {chosen ? (
        <ChooseBox contactId={lead.contactId} name={name} chosen={chosen} className="mt-1 size-5 shrink-0" />
      ) : null}
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2">
          <Link href={`/leads/${lead.contactId}`} className="min-w-0 flex-1 truncate font-semibold">
            {name}
          </Link>
          {lead.optedOut ? <Badge tone="danger">{texts.optedOut}</Badge> : null}
          <ScoreBadge score={lead.score} reasons={lead.reasons} />
        </div>
        <p className="truncate text-sm text-ink-soft">{about}</p>
        {lead.snippet === null ? null : (
          <p className="truncate text-xs text-ink-faint">{`${texts.found} ${lead.snippet}`}</p>
        )}
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <LanguageChip language={lead.language} />
          <WindowRing endsAt={lead.windowEndsAt} />
          <OwnerChip owner={lead.assignee} />
          <NextActionMark at={lead.nextActionAt} />
        </div>
      </div>
    </div>
  );
}
