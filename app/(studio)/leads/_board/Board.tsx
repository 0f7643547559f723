'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { LeadFilter } from '@/server/leads/filter/lead-filter';
import type { LeadStage } from '@/server/leads/lead-stage';
import { useMe } from '../../_me/use-me';
import { useTRPC } from '../../_trpc/trpc';
import { LeadNews } from '../_live/LeadNews';
import { useQuietMs } from '../_live/use-quiet-ms';
import { InsteadOfLeads } from '../InsteadOfLeads';
import type { BoardColumn as Column } from '../lead-types';
import { BoardColumn } from './BoardColumn';
import { useMoveLead } from './use-move-lead';

const texts = words.leads;

type Props = {
  readonly filter: LeadFilter;
  readonly onSeeAll: (stage: LeadStage) => void;
  readonly onClear: () => void;
};

/** The leads by stage, side by side, as they stand now. */
export function Board({ filter, onSeeAll, onClear }: Props): ReactElement {
  const board = useQuery({
    ...useTRPC().leads.board.queryOptions({ filter }),
    placeholderData: keepPreviousData,
    refetchInterval: useQuietMs(),
  });
  const { data, error, isPlaceholderData } = board;
  const readAgain = (): void => void board.refetch();
  return (
    <>
      {!data || data.every(({ count }) => count.count === 0) ? (
        <InsteadOfLeads
          error={data ? null : error}
          isEmpty={data !== undefined}
          filter={filter}
          onAgain={readAgain}
          onClear={onClear}
        />
      ) : (
        <Columns board={data} filter={filter} isOld={isPlaceholderData} onSeeAll={onSeeAll} />
      )}
      <LeadNews onNews={readAgain} />
    </>
  );
}

type ColumnsProps = Pick<Props, 'filter' | 'onSeeAll'> & {
  readonly board: readonly Column[];
  /** Another question was asked, and this is not its answer yet. */
  readonly isOld: boolean;
};

/** A card is dragged to another column, or moved by its menu. */
function Columns({ board, filter, isOld, onSeeAll }: ColumnsProps): ReactElement {
  const { role } = useMe();
  const move = useMoveLead(filter);
  const mayMove = role !== 'viewer';
  return (
    <section
      aria-label={texts.board.label}
      className={classNames(
        'flex min-h-0 flex-1 snap-x snap-mandatory gap-3 overflow-x-auto px-5 pb-3 md:snap-none md:px-6',
        isOld && 'opacity-60',
      )}
    >
      {board.map((column) => (
        <BoardColumn
          key={column.stage}
          column={column}
          board={board}
          filter={filter}
          {...(mayMove ? { onMove: (lead) => move(lead, column.stage), onMoveTo: move } : {})}
          onSeeAll={() => onSeeAll(column.stage)}
        />
      ))}
    </section>
  );
}
