import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeCount, writeShare } from '../../_figures/write-figure';
import type { ReadingFigures } from '../../_reading/reading-types';
import type { OpenedList } from '../_list/open-list';
import { OpenFigure } from '../_shared/OpenFigure';
import { FigureList } from './FigureList';
import { Reasons } from './Reasons';

const texts = words.analytics;

/** The share that needed a model, why each turn was read as it was, and what that came to. */
export function Figures({ figures }: { readonly figures: ReadingFigures }): ReactElement {
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
      <div className="flex min-w-0 flex-col gap-7">
        <Headline figures={figures} />
        <Reasons figures={figures} />
      </div>
      <FigureList figures={figures} />
    </div>
  );
}

function Headline({ figures: { turns, askedModel } }: { readonly figures: ReadingFigures }): ReactElement {
  if (turns === 0) return <p className="text-lg text-ink-soft">{texts.noTurns}</p>;
  const share = askedModel / turns;
  return (
    <section aria-label={texts.neededModel}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-5xl font-semibold tracking-tight tabular-nums">
          {askedModel === 0 ? writeShare(0) : <OpenFigure text={writeShare(share)} list={asked} />}
        </span>
        <span className="text-lg text-ink-soft">{texts.neededModel}</span>
      </p>
      <div aria-hidden className="mt-2.5 flex h-2.5 gap-0.5 overflow-hidden rounded-full">
        <div className="rounded-l-full bg-kind-logic" style={{ width: `${share * 100}%` }} />
        <div className="flex-1 bg-accent" />
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-5 text-sm text-ink-soft tabular-nums">
        <Part colour="bg-kind-logic" count={askedModel} text={texts.asked(writeCount(askedModel))} list={asked} />
        <Part
          colour="bg-accent"
          count={turns - askedModel}
          text={texts.notAsked(writeCount(turns - askedModel))}
          list={notAsked}
        />
      </ul>
    </section>
  );
}

const asked = { list: 'askedModel', title: texts.overview.model } as const;
const notAsked = { list: 'readAlone', title: texts.names.readAlone } as const;

type PartProps = {
  readonly colour: string;
  readonly count: number;
  readonly text: string;
  readonly list: OpenedList;
};

function Part({ colour, count, text, list }: PartProps): ReactElement {
  return (
    <li className="inline-flex items-center gap-1.5">
      <span aria-hidden className={classNames('size-2 shrink-0 rounded-full', colour)} />
      {count === 0 ? text : <OpenFigure text={text} list={list} />}
    </li>
  );
}
