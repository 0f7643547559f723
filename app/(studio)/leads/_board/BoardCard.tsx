'use client';

import { draggable } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import Link from 'next/link';
import { type ReactElement, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { LeadStage } from '@/server/leads/lead-stage';
import { LanguageChip } from '../../_lead/LanguageChip';
import { OwnerChip } from '../../_lead/OwnerChip';
import { ScoreBadge } from '../../_lead/ScoreBadge';
import { useMinute } from '../../_lead/use-minute';
import { WindowRing } from '../../_lead/WindowRing';
import { sayAmount } from '../../_slots/write-value';
import type { Lead } from '../lead-types';
import { NextActionMark } from '../NextActionMark';
import { dragOf } from './lead-of-drag';
import { MoveMenu } from './MoveMenu';

const texts = words.leads.board;
const DAY_MS = 86_400_000;

type Props = {
  readonly lead: Lead;
  /** Missing where nothing may be moved. */
  readonly onMoveTo?: (stage: LeadStage) => void;
};

/** A lead as a card of the board. */
export function BoardCard({ lead, onMoveTo }: Props): ReactElement {
  const card = useRef<HTMLLIElement>(null);
  const isDragged = useDrag(card, lead, onMoveTo !== undefined);
  const name = lead.name ?? words.leadsShared.noName;
  const asks = lead.loanAmount === null ? undefined : sayAmount('loan_amount_needed', lead.loanAmount);
  return (
    <li
      ref={card}
      data-lead={lead.contactId}
      className={classNames(
        'rounded-xl border border-line bg-surface p-3 shadow-card focus-within:border-accent hover:border-line-strong',
        isDragged && 'opacity-50',
      )}
    >
      <div className="flex items-start gap-1">
        <Link
          href={`/leads/${lead.contactId}`}
          draggable={false}
          className="min-w-0 flex-1 text-sm font-semibold wrap-anywhere hover:text-accent"
        >
          {name}
        </Link>
        {onMoveTo ? <MoveMenu name={name} stage={lead.stage} onMoveTo={onMoveTo} /> : null}
      </div>
      <p className="text-sm text-ink-soft">
        {[asks ? texts.asks(asks) : null, lead.city].filter((part) => part).join(' · ')}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1">
        <ScoreBadge score={lead.score} reasons={lead.reasons} />
        <LanguageChip language={lead.language} />
        <WindowRing endsAt={lead.windowEndsAt} />
        <NextActionMark at={lead.nextActionAt} />
      </div>
      <OwnerChip owner={lead.assignee} className="mt-1.5 flex" />
      <Standing lead={lead} />
    </li>
  );
}

/** Since when it stands here, and who moved it. */
function Standing({ lead }: { readonly lead: Lead }): ReactElement {
  const now = useMinute();
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(lead.stageAt)) / DAY_MS));
  const by = lead.stageBy ? texts.movedBy(lead.stageBy.name) : texts.movedByBot;
  return (
    <p className="mt-1 text-xs text-ink-faint">
      {lead.stage === 'initial' && !lead.stageBy ? null : `${by}, `}
      {texts.inStage(days)}
    </p>
  );
}

/** Lets a card be dragged with a pointer; whether it is being dragged now. */
function useDrag(card: RefObject<HTMLElement | null>, lead: Lead, mayMove: boolean): boolean {
  const [isDragged, setIsDragged] = useState(false);
  const carried = useEffectEvent(() => dragOf(lead));
  useEffect(() => {
    const element = card.current;
    if (!element || !mayMove) return;
    return draggable({
      element,
      getInitialData: () => carried(),
      onDragStart: () => setIsDragged(true),
      onDrop: () => setIsDragged(false),
    });
  }, [card, mayMove]);
  return isDragged;
}
