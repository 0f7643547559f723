'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { LeadFilter } from '@/server/leads/filter/lead-filter';
import type { LeadStage } from '@/server/leads/lead-stage';
import { useMe } from '../../_me/use-me';
import { useTRPC } from '../../_trpc/trpc';
import { InsteadOfLeads } from '../InsteadOfLeads';
import { BoardColumn } from './BoardColumn';
import { useMoveLead } from './use-move-lead';

const texts = words.leads;
/** How often it is read again. */
const QUIET_MS = 10_000;

type Props = {
  readonly filter: LeadFilter;
  readonly onSeeAll: (stage: LeadStage) => void;
  readonly onClear: () => void;
};

/** The leads by stage, side by side; a card is dragged to another stage, or moved by its menu. */
export function Board({ filter, onSeeAll, onClear }: Props): ReactElement {
  const board = useQuery({
    ...useTRPC().leads.board.queryOptions({ filter }),
    placeholderData: keepPreviousData,
    refetchInterval: QUIET_MS,
  });
  const { role } = useMe();
  const move = useMoveLead(filter);
  if (!board.data || board.data.every(({ count }) => count.count === 0)) {
    return (
      <InsteadOfLeads
        error={board.data ? null : board.error}
        isEmpty={board.data !== undefined}
        filter={filter}
        onAgain={() => void board.refetch()}
        onClear={onClear}
      />
    );
  }
  const mayMove = role !== 'viewer';
  return (
    <section
      aria-label={texts.board.label}
      className={classNames(
        'flex min-h-0 flex-1 snap-x snap-mandatory gap-3 overflow-x-auto px-5 pb-3 md:snap-none md:px-6',
        board.isPlaceholderData && 'opacity-60',
      )}
    >
      {board.data.map((column) => (
        <BoardColumn
          key={column.stage}
          column={column}
          {...(mayMove ? { onMove: (lead) => move(lead, column.stage), onMoveTo: move } : {})}
          onSeeAll={() => onSeeAll(column.stage)}
        />
      ))}
    </section>
  );
}
