'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import { sayCode } from '../../_reading/say-code';
import { useTRPC } from '../../_trpc/trpc';
import { ChartFrame } from '../_chart/ChartFrame';
import { asFigures } from '../_shared/as-figures';
import { Shown } from '../_shared/Shown';
import { LEAST, writePart } from '../_shared/write-part';
import type { Filter, Questions } from '../analytics-types';
import { Unanswered } from './Unanswered';

const texts = words.analytics.questions;

/** What customers asked: what found no answer, and what did. */
export function QuestionsPart({ filter }: { readonly filter: Filter }): ReactElement {
  const query = useQuery({ ...useTRPC().analytics.questions.queryOptions({ filter }), ...asFigures });
  return (
    <Shown query={query}>
      {({ groups, answered }) => (
        <>
          <Unanswered groups={groups} />
          {answered.length === 0 ? null : <Answered answered={answered} />}
        </>
      )}
    </Shown>
  );
}

function Answered({ answered }: Pick<Questions, 'answered'>): ReactElement {
  const table = {
    columns: [texts.intent, texts.count, texts.byModel],
    rows: answered.map(({ intent, count, byModel }) => ({
      key: intent,
      cells: [
        { text: sayCode(intent) },
        {
          text: writeCount(count),
          value: count,
          list: { list: 'answered', key: intent, title: `${texts.answered}: ${sayCode(intent)}` } as const,
        },
        byModel === 0
          ? { text: writePart(0, count) }
          : {
              text: byModelOf(byModel, count),
              list: { list: 'answeredByModel', key: intent, title: `${texts.byModel}: ${sayCode(intent)}` } as const,
            },
      ],
    })),
  };
  return <ChartFrame title={texts.answered} body={texts.answeredBody} file="questions-answered" table={table} />;
}

/** The share; where there are too few to say one, how many. */
function byModelOf(byModel: number, count: number): string {
  return count < LEAST ? writeCount(byModel) : writePart(byModel, count);
}
