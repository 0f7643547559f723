'use client';

import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { type ReactElement, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { LeadFilter } from '@/server/leads/filter/lead-filter';
import type { LeadStage } from '@/server/leads/lead-stage';
import { writeCount, writeRupees } from '../../_figures/write-figure';
import { sayAmount } from '../../_slots/write-value';
import { LeadNews } from '../_live/LeadNews';
import type { BoardColumn as Column, Lead } from '../lead-types';
import { sayCount } from '../say-count';
import { BoardCard } from './BoardCard';
import { ColumnEnd } from './ColumnEnd';
import { leadOfDrag } from './lead-of-drag';
import { rowsOfColumn } from './rows-of-column';
import { useMoreOfColumn } from './use-more-of-column';

const texts = words.leads.board;

type Props = {
  readonly column: Column;
  readonly board: readonly Column[];
  readonly filter: LeadFilter;
  /** A card of another column was dropped here; missing where nothing may be moved. */
  readonly onMove?: (lead: Lead) => void;
  readonly onMoveTo?: (lead: Lead, stage: LeadStage) => void;
  readonly onSeeAll: () => void;
};

/** One stage: how many, what they ask for, how long they stand here, and who they are, the best first. */
export function BoardColumn({ column, board, filter, onMove, onMoveTo, onSeeAll }: Props): ReactElement {
  const { stage, count } = column;
  const name = words.leadsShared.stages[stage];
  const area = useRef<HTMLElement>(null);
  const isOver = useDrop(area, stage, onMove);
  const more = useMoreOfColumn(filter, column);
  const rows = rowsOfColumn(board, column, more.listed);
  const { list, goOnAfter } = useGoingOn(rows.length);
  return (
    <section
      ref={area}
      aria-label={texts.column(name, sayCount(count))}
      className={classNames(
        'flex w-[84vw] max-w-80 shrink-0 snap-center flex-col rounded-xl bg-sunken md:w-72',
        isOver && 'outline-2 outline-accent',
      )}
    >
      <header className="px-3 pt-2.5 pb-2">
        <h2 className="flex items-baseline gap-2 text-sm font-semibold">
          <span className="truncate">{name}</span>
          <span className="text-ink-soft tabular-nums">{sayCount(count)}</span>
        </h2>
        <p className="text-xs text-ink-soft">{aboutOf(column)}</p>
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-2 pb-2">
        <ul ref={list} className="flex flex-col gap-2">
          {rows.map((lead) => (
            <BoardCard
              key={lead.contactId}
              lead={lead}
              {...(onMoveTo ? { onMoveTo: (to) => onMoveTo(lead, to) } : {})}
            />
          ))}
        </ul>
        {rows.length === 0 ? <p className="px-1 py-2 text-sm text-ink-soft">{texts.empty}</p> : null}
        <ColumnEnd
          more={more}
          shown={rows.length}
          count={sayCount(count)}
          onPress={() => goOnAfter(rows.length)}
          onSeeAll={onSeeAll}
        />
      </div>
      {more.listed.length === 0 ? null : <LeadNews onNews={more.readAgain} />}
    </section>
  );
}

function aboutOf({ sumLoanInr, medianDays }: Column): string {
  const sum =
    sumLoanInr > 0 ? texts.sum(sayAmount('loan_amount_needed', sumLoanInr) ?? writeRupees(sumLoanInr)) : texts.noSum;
  return medianDays === null ? sum : `${sum} · ${texts.medianDays(writeCount(Math.round(medianDays)))}`;
}

/** Whoever has asked for more by a press goes on with the first of them: the button has gone down below all. */
function useGoingOn(shown: number) {
  const list = useRef<HTMLUListElement>(null);
  const after = useRef<number | null>(null);
  useEffect(() => {
    if (after.current === null || shown <= after.current) return;
    list.current?.children[after.current]?.querySelector('a')?.focus();
    after.current = null;
  }, [shown]);
  return {
    list,
    goOnAfter: (count: number): void => {
      after.current = count;
    },
  };
}

/** Whether a card of another column is held over this one, which takes it when it is let go. */
function useDrop(
  area: RefObject<HTMLElement | null>,
  stage: LeadStage,
  onMove: ((lead: Lead) => void) | undefined,
): boolean {
  const [isOver, setIsOver] = useState(false);
  const drop = useEffectEvent((lead: Lead) => onMove?.(lead));
  const canDrop = onMove !== undefined;
  useEffect(() => {
    const element = area.current;
    if (!element || !canDrop) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => {
        const lead = leadOfDrag(source.data);
        return lead !== undefined && lead.stage !== stage;
      },
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ source }) => {
        setIsOver(false);
        const lead = leadOfDrag(source.data);
        if (lead) drop(lead);
      },
    });
  }, [area, stage, canDrop]);
  return isOver;
}
