'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeCount, writeRupees } from '../../_figures/write-figure';
import { useMe } from '../../_me/use-me';
import { useTRPC } from '../../_trpc/trpc';
import { ChartFrame } from '../_chart/ChartFrame';
import { LazyDayChart } from '../_chart/charts';
import { Figures } from '../_figures/Figures';
import { Review } from '../_review/Review';
import { asFigures } from '../_shared/as-figures';
import { OpenFigure } from '../_shared/OpenFigure';
import { OpenRupees } from '../_shared/OpenRupees';
import { Shown } from '../_shared/Shown';
import { Tile } from '../_shared/Tile';
import { Tiles } from '../_shared/Tiles';
import type { Filter, Spending } from '../analytics-types';
import { WithoutModel } from './WithoutModel';

const texts = words.analytics.cost;

type Props = { readonly filter: Filter; readonly isNarrowed: boolean };

/** What reading and writing cost, how the messages were read, and which readings a person should look at. */
export function Cost({ filter, isNarrowed }: Props): ReactElement {
  const query = useQuery({ ...useTRPC().analytics.cost.queryOptions({ filter }), ...asFigures });
  const { role } = useMe();
  return (
    <>
      <Shown query={query}>
        {(spending) => (
          <>
            <Headlines spending={spending} isNarrowed={isNarrowed} />
            {spending.byDay.length === 0 ? null : <ByDay byDay={spending.byDay} />}
            {role === 'owner' ? <WithoutModel askedModel={spending.reading.askedModel} /> : null}
            <Figures figures={spending.reading} />
            <p className="text-xs text-ink-faint">{texts.allFlows}</p>
          </>
        )}
      </Shown>
      <Review filter={filter} />
    </>
  );
}

function Headlines({
  spending,
  isNarrowed,
}: {
  readonly spending: Spending;
  readonly isNarrowed: boolean;
}): ReactElement {
  const { reading, whatsappInr, unpriced, qualified, inrPerQualified } = spending;
  const { role } = useMe();
  return (
    <div>
      <Tiles label={words.analytics.tabs.cost}>
        <Tile name={texts.model}>
          <OpenRupees inr={reading.costInr} list={{ list: 'call', title: texts.model }} />
        </Tile>
        <Tile name={texts.whatsapp}>
          <OpenRupees inr={Number(whatsappInr)} list={{ list: 'billed', title: texts.whatsapp }} />
        </Tile>
        <Tile
          name={texts.perQualified}
          note={isNarrowed ? texts.wholeOnly : texts.qualifiedLeads(writeCount(qualified))}
        >
          {inrPerQualified === null ? (
            words.analytics.none
          ) : (
            <OpenRupees
              inr={Number(inrPerQualified)}
              list={{ list: 'qualified', title: words.analytics.overview.qualified }}
            />
          )}
        </Tile>
      </Tiles>
      {unpriced === 0 ? null : (
        <p className="mt-3 rounded-lg bg-mark-soft px-4 py-3 text-sm text-mark-ink">
          <OpenFigure
            text={texts.unpriced(writeCount(unpriced))}
            list={{ list: 'unpriced', title: texts.unpricedTitle }}
          />
        </p>
      )}
      {role === 'owner' ? (
        <Link href="/settings/costs" className="mt-2 inline-block text-sm text-accent hover:underline">
          {texts.prices}
        </Link>
      ) : null}
    </div>
  );
}

function callsOn(day: string) {
  return { list: 'call', title: `${texts.calls}, ${day}`, narrowed: { from: day, until: day } } as const;
}

function ByDay({ byDay }: Pick<Spending, 'byDay'>): ReactElement {
  const table = {
    columns: [texts.day, texts.rupees, texts.calls],
    rows: byDay.map(({ day, inr, calls }) => ({
      key: day,
      cells: [
        { text: day },
        { text: writeRupees(inr), value: inr, list: callsOn(day) },
        { text: writeCount(calls), value: calls, list: callsOn(day) },
      ],
    })),
  };
  return (
    <ChartFrame
      title={texts.byDay}
      file="model-cost-by-day"
      table={table}
      chart={
        <LazyDayChart
          label={texts.byDay}
          points={byDay.map(({ day, inr }) => ({ day, bar: inr }))}
          barName={texts.rupees}
          write={writeRupees}
        />
      }
    />
  );
}
