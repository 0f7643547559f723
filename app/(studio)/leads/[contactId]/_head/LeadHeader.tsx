'use client';

import { ArrowLeft, CalendarPlus, CircleCheck, MessageCircle } from 'lucide-react';
import Link from 'next/link';
import { type ReactElement, useState } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button, buttonClass } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { LanguageChip } from '../../../_lead/LanguageChip';
import { ScoreMark } from '../../../_lead/ScoreMark';
import { sayScoreReason } from '../../../_lead/say-score-reason';
import { WindowRing } from '../../../_lead/WindowRing';
import { useMe } from '../../../_me/use-me';
import { NextActionMark } from '../../NextActionMark';
import type { LeadDetails } from '../lead-page-types';
import { CloseSheet } from './CloseSheet';
import { PhoneNumber } from './PhoneNumber';
import { PlanSheet } from './PlanSheet';
import { Standing } from './Standing';

const texts = words.leadPage;

/** Who it is, where they stand, whose they are, and what can be done next. */
export function LeadHeader({ details }: { readonly details: LeadDetails }): ReactElement {
  const { lead, session } = details;
  const { role } = useMe();
  const name = lead.name ?? words.leadsShared.noName;
  return (
    <header>
      <Link href="/leads" className="inline-flex items-center gap-1.5 rounded text-sm text-ink-soft hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {texts.back}
      </Link>
      <div className="mt-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">{name}</h1>
          <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <PhoneNumber lead={lead} />
            <LanguageChip language={lead.language} />
            <WindowRing endsAt={lead.windowEndsAt} />
            {lead.optedOut ? <Badge tone="danger">{words.leads.optedOut}</Badge> : null}
            {lead.outcome === null ? null : <Badge tone="accent">{sayOutcome(lead.outcome)}</Badge>}
            {lead.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
            <NextActionMark at={lead.nextActionAt} />
          </div>
          <Score details={details} />
          {session ? (
            <p className="mt-1 text-xs text-ink-faint">
              {texts.session}: {session.flowName}, {session.stateName}
            </p>
          ) : null}
        </div>
        {role === 'viewer' ? null : <Acts details={details} />}
      </div>
      <Standing lead={lead} mayMove={role !== 'viewer'} />
    </header>
  );
}

function Score({ details: { score } }: { readonly details: LeadDetails }): ReactElement {
  return (
    <p className="mt-2 text-sm text-ink-soft">
      <ScoreMark score={score.score} className="mr-2" />
      <span className="sr-only">{texts.scoreWhy}:</span>
      {score.reasons.map(sayScoreReason).join(' · ')}
    </p>
  );
}

function Acts({ details: { lead } }: { readonly details: LeadDetails }): ReactElement {
  const [open, setOpen] = useState<'plan' | 'close' | null>(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setOpen('close')}>
        <CircleCheck aria-hidden className="size-4" />
        {texts.close}
      </Button>
      <Button onClick={() => setOpen('plan')}>
        <CalendarPlus aria-hidden className="size-4" />
        {texts.followUp}
      </Button>
      <Link href={`/inbox/${lead.contactId}`} className={buttonClass('primary')}>
        <MessageCircle aria-hidden className="size-4" />
        {texts.conversation}
      </Link>
      {open === 'plan' ? <PlanSheet contactId={lead.contactId} onClose={() => setOpen(null)} /> : null}
      {open === 'close' ? <CloseSheet lead={lead} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function sayOutcome(outcome: string): string {
  const known: Readonly<Record<string, string>> = words.leadsShared.outcomes;
  return Object.hasOwn(known, outcome) ? (known[outcome] ?? outcome) : outcome;
}
