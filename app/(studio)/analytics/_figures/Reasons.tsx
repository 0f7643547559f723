import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import type { ReadingFigures } from '../../_reading/reading-types';
import { isFailure, sayReason } from '../../_reading/say-reason';
import { ChartFrame } from '../_chart/ChartFrame';
import type { FigureTable } from '../_chart/figure-table';
import type { OpenedList } from '../_list/open-list';
import { OpenFigure } from '../_shared/OpenFigure';

const texts = words.analytics;

/** Every reason that turns were read for in this time, the most frequent first; failures are marked. */
export function Reasons({ figures }: { readonly figures: ReadingFigures }): ReactElement | null {
  if (figures.byReason.length === 0) return null;
  const most = Math.max(...figures.byReason.map(({ turns }) => turns));
  return (
    <ChartFrame
      title={texts.reasons}
      body={texts.reasonsBody}
      file="turns-by-reason"
      table={tableOf(figures)}
      hasPicture={false}
      chart={
        <ul className="hairlines">
          {figures.byReason.map(({ reason, turns }) => (
            <Reason key={reason} reason={reason} turns={turns} share={turns / most} />
          ))}
        </ul>
      }
    />
  );
}

function tableOf({ byReason }: ReadingFigures): FigureTable {
  return {
    columns: [texts.reason, texts.names.turns],
    rows: byReason.map(({ reason, turns }) => ({
      key: reason,
      cells: [{ text: sayReason(reason) }, { text: writeCount(turns), value: turns, list: listOf(reason) }],
    })),
  };
}

function listOf(reason: string): OpenedList {
  return { list: 'read', key: reason, title: sayReason(reason) };
}

type ReasonProps = { readonly reason: string; readonly turns: number; readonly share: number };

function Reason({ reason, turns, share }: ReasonProps): ReactElement {
  return (
    <li className="py-2.5">
      <div className="flex items-start gap-3 text-sm">
        <p className="flex min-w-0 flex-1 gap-1.5 wrap-anywhere">
          {isFailure(reason) ? (
            <TriangleAlert role="img" aria-label={texts.failure} className="mt-1 size-3.5 shrink-0 text-danger" />
          ) : null}
          {sayReason(reason)}
        </p>
        <p className="shrink-0 font-semibold">
          <OpenFigure text={texts.turns(writeCount(turns))} list={listOf(reason)} />
        </p>
      </div>
      <div aria-hidden className="mt-1.5 h-1 rounded-full bg-sunken">
        <div
          className={classNames('h-full rounded-full', barOf(reason))}
          style={{ width: `${Math.max(share * 100, LEAST_SEEN)}%` }}
        />
      </div>
    </li>
  );
}

const LEAST_SEEN = 1; // percent

function barOf(reason: string): string {
  if (isFailure(reason)) return 'bg-danger';
  return reason === 'model.answered' ? 'bg-kind-logic' : 'bg-accent';
}
