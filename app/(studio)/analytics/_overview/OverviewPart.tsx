'use client';

import { useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumn } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import { useTRPC } from '../../_trpc/trpc';
import { ChartFrame } from '../_chart/ChartFrame';
import { LazyDayChart } from '../_chart/charts';
import { asFigures } from '../_shared/as-figures';
import { Shown } from '../_shared/Shown';
import type { Filter, Overview } from '../analytics-types';
import { daysBetween } from './days-between';
import { Headlines } from './Headlines';

const texts = words.analytics.overview;
const { empty } = words.analytics;

/** How the conversations of a time went, at a glance and day by day. */
export function OverviewPart({ filter }: { readonly filter: Filter }): ReactElement {
  const query = useQuery({ ...useTRPC().analytics.overview.queryOptions({ filter }), ...asFigures });
  return (
    <Shown query={query}>
      {(overview) =>
        overview.sessions === 0 && overview.turns === 0 ? (
          <Nothing />
        ) : (
          <>
            <Headlines overview={overview} />
            <ByDay overview={overview} filter={filter} />
            <p className="text-xs text-ink-faint">{texts.note}</p>
          </>
        )
      }
    </Shown>
  );
}

function Nothing(): ReactElement {
  return (
    <Notice
      icon={ChartNoAxesColumn}
      title={empty.title}
      action={
        <Link href="/simulator" className={buttonClass('quiet')}>
          {empty.act}
        </Link>
      }
    >
      {empty.body}
    </Notice>
  );
}

function ByDay({ overview, filter }: { readonly overview: Overview; readonly filter: Filter }): ReactElement {
  const days = daysBetween(filter.from, filter.until).map((day) => ({
    day,
    sessions: 0,
    handedOver: 0,
    ...overview.byDay.find((counted) => counted.day === day),
  }));
  const table = {
    columns: [texts.day, texts.sessions, texts.handedOver],
    rows: days.map(({ day, sessions, handedOver }) => {
      const narrowed = { from: day, until: day };
      const on = (title: string): string => `${title}, ${day}`;
      return {
        key: day,
        cells: [
          { text: day },
          {
            text: writeCount(sessions),
            value: sessions,
            list: { list: 'session', title: on(texts.sessions), narrowed } as const,
          },
          {
            text: writeCount(handedOver),
            value: handedOver,
            list: { list: 'handedOver', title: on(texts.handedOver), narrowed } as const,
          },
        ],
      };
    }),
  };
  return (
    <ChartFrame
      title={texts.byDay}
      file="conversations-by-day"
      table={table}
      chart={
        <LazyDayChart
          label={texts.byDay}
          points={days.map(({ day, sessions, handedOver }) => ({ day, bar: sessions, line: handedOver }))}
          barName={texts.sessions}
          lineName={texts.handedOver}
          write={writeCount}
        />
      }
    />
  );
}
