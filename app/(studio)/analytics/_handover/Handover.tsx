'use client';

import { useQuery } from '@tanstack/react-query';
import { UserRoundCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import { useTRPC } from '../../_trpc/trpc';
import { ChartFrame } from '../_chart/ChartFrame';
import { asFigures } from '../_shared/as-figures';
import { OpenFigure } from '../_shared/OpenFigure';
import { OpenNumber } from '../_shared/OpenNumber';
import { OpenSpan } from '../_shared/OpenSpan';
import { Shown } from '../_shared/Shown';
import { Tile } from '../_shared/Tile';
import { Tiles } from '../_shared/Tiles';
import { writePart } from '../_shared/write-part';
import { writeSpan } from '../_shared/write-span';
import type { Filter, Handovers } from '../analytics-types';
import { officerTable, outcomeTable, reasonTable } from './handover-tables';

const texts = words.analytics.handover;

/** Why people were asked for, how soon they came, and who they were. */
export function Handover({ filter }: { readonly filter: Filter }): ReactElement {
  const query = useQuery({ ...useTRPC().analytics.handovers.queryOptions({ filter }), ...asFigures });
  return (
    <Shown query={query}>
      {(handovers) => (
        <>
          {handovers.asked === 0 ? (
            <Notice icon={UserRoundCheck} title={texts.noneTitle}>
              {texts.noneBody}
            </Notice>
          ) : (
            <WhatBecame handovers={handovers} />
          )}
          <ChartFrame
            title={texts.officers}
            body={texts.officersBody}
            file="officers"
            table={officerTable(handovers.officers)}
          />
        </>
      )}
    </Shown>
  );
}

function WhatBecame({ handovers }: { readonly handovers: Handovers }): ReactElement {
  const { asked, reasons, outcomes, reroutes } = handovers;
  return (
    <>
      <div>
        <Headlines handovers={handovers} />
        {reroutes === 0 ? null : (
          <p className="mt-2 text-sm text-ink-soft">
            <OpenFigure
              text={texts.reroutes(writeCount(reroutes))}
              list={{ list: 'handoverRerouted', title: texts.rerouted }}
            />
          </p>
        )}
      </div>
      <ChartFrame title={texts.reasons} file="handover-reasons" table={reasonTable(reasons, asked)} />
      {outcomes.length === 0 ? null : (
        <ChartFrame title={texts.outcomes} file="handover-outcomes" table={outcomeTable(outcomes)} />
      )}
    </>
  );
}

function Headlines({ handovers }: { readonly handovers: Handovers }): ReactElement {
  const { asked, taken, answered, inWindow, toTake, toAnswer } = handovers;
  const p95 = (milliseconds: number | null, list: 'handoverTaken' | 'handoverAnswered') =>
    milliseconds === null ? null : (
      <OpenFigure
        text={texts.p95(writeSpan(milliseconds))}
        list={{ list, key: String(milliseconds), title: texts.slow[list] }}
      />
    );
  return (
    <Tiles label={words.analytics.tabs.handover}>
      <Tile name={texts.asked}>
        <OpenNumber count={asked} list={{ list: 'handover', title: texts.asked }} />
      </Tile>
      <Tile name={texts.taken} note={writePart(taken, asked)}>
        <OpenNumber count={taken} list={{ list: 'handoverTaken', title: texts.taken }} />
      </Tile>
      <Tile name={texts.answered} note={writePart(answered, asked)}>
        <OpenNumber count={answered} list={{ list: 'handoverAnswered', title: texts.answered }} />
      </Tile>
      <Tile name={texts.inWindow} note={writePart(inWindow, asked)}>
        <OpenNumber count={inWindow} list={{ list: 'handoverInWindow', title: texts.inWindow }} />
      </Tile>
      <Tile name={texts.toTake} note={p95(toTake.p95Ms, 'handoverTaken')}>
        <OpenSpan milliseconds={toTake.p50Ms} list={{ list: 'handoverTaken', title: texts.taken }} />
      </Tile>
      <Tile name={texts.toAnswer} note={p95(toAnswer.p95Ms, 'handoverAnswered')}>
        <OpenSpan milliseconds={toAnswer.p50Ms} list={{ list: 'handoverAnswered', title: texts.answered }} />
      </Tile>
    </Tiles>
  );
}
