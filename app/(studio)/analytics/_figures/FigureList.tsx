import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeCount, writeDuration, writeRupees } from '../../_figures/write-figure';
import type { ReadingFigures } from '../../_reading/reading-types';
import { listed } from '../_list/listed';
import type { OpenedList } from '../_list/open-list';
import { OpenFigure } from '../_shared/OpenFigure';

const { names, none, figures: title } = words.analytics;

/** What reading came to: counts, money and time. */
export function FigureList({ figures }: { readonly figures: ReadingFigures }): ReactElement {
  const { calls, failedCalls, tokens, costInr, medianMs, p95Ms, drafts, disagreements } = figures;
  const duration = (milliseconds: number | null): string =>
    milliseconds === null ? none : writeDuration(milliseconds);
  const called = calls === 0 ? null : listed('call', '', names.calls);
  return (
    <section aria-labelledby="figures" className="self-start rounded-2xl border border-line bg-surface p-5 shadow-card">
      <h2 id="figures" className="sr-only">
        {title}
      </h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4">
        <Figure
          name={names.turns}
          value={writeCount(figures.turns)}
          list={figures.turns === 0 ? null : listed('read', '', names.turns)}
        />
        <Figure name={names.cost} value={writeRupees(costInr)} list={called} />
        <Figure name={names.calls} value={writeCount(calls)} list={called} />
        <Figure
          name={names.failedCalls}
          value={writeCount(failedCalls)}
          isBad={failedCalls > 0}
          list={failedCalls === 0 ? null : listed('callFailed', '', names.failedCalls)}
        />
        <Figure name={names.median} value={duration(medianMs)} list={called} />
        <Figure
          name={names.p95}
          value={duration(p95Ms)}
          list={p95Ms === null ? null : listed('call', String(p95Ms), names.slowCalls)}
        />
        <Figure
          name={names.said}
          value={writeCount(drafts.said)}
          list={drafts.said === 0 ? null : listed('answeredByModel', '', names.said)}
        />
        <Figure
          name={names.refused}
          value={writeCount(drafts.refused)}
          list={drafts.refused === 0 ? null : listed('review', 'refused', names.refused)}
        />
        <Figure name={names.tokens} value={writeCount(tokens)} list={called} />
        <Figure
          name={names.disagreements}
          value={writeCount(disagreements)}
          list={disagreements === 0 ? null : listed('review', 'disagreement', names.disagreements)}
        />
      </dl>
    </section>
  );
}

type FigureProps = {
  readonly name: string;
  readonly value: string;
  readonly isBad?: boolean;
  /** What is behind it; null where nothing is. */
  readonly list: OpenedList | null;
};

function Figure({ name, value, isBad = false, list }: FigureProps): ReactElement {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-soft">{name}</dt>
      <dd className={classNames('text-lg font-semibold tabular-nums wrap-anywhere', isBad && 'text-danger')}>
        {list === null ? value : <OpenFigure text={value} list={list} />}
      </dd>
    </div>
  );
}
