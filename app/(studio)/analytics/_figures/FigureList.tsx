import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeCount, writeDuration, writeRupees } from '../../_figures/write-figure';
import type { ReadingFigures } from '../../_reading/reading-types';

const { names, none, figures: title } = words.analytics;

/** What reading came to: counts, money and time. */
export function FigureList({ figures }: { readonly figures: ReadingFigures }): ReactElement {
  const { calls, failedCalls, tokens, costInr, medianMs, p95Ms, drafts, disagreements } = figures;
  const duration = (milliseconds: number | null): string =>
    milliseconds === null ? none : writeDuration(milliseconds);
  return (
    <section aria-labelledby="figures" className="self-start rounded-2xl border border-line bg-surface p-5 shadow-card">
      <h2 id="figures" className="sr-only">
        {title}
      </h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4">
        <Figure name={names.turns} value={writeCount(figures.turns)} />
        <Figure name={names.cost} value={writeRupees(costInr)} />
        <Figure name={names.calls} value={writeCount(calls)} />
        <Figure name={names.failedCalls} value={writeCount(failedCalls)} isBad={failedCalls > 0} />
        <Figure name={names.median} value={duration(medianMs)} />
        <Figure name={names.p95} value={duration(p95Ms)} />
        <Figure name={names.said} value={writeCount(drafts.said)} />
        <Figure name={names.refused} value={writeCount(drafts.refused)} />
        <Figure name={names.tokens} value={writeCount(tokens)} />
        <Figure name={names.disagreements} value={writeCount(disagreements)} />
      </dl>
    </section>
  );
}

type FigureProps = { readonly name: string; readonly value: string; readonly isBad?: boolean };

function Figure({ name, value, isBad = false }: FigureProps): ReactElement {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-soft">{name}</dt>
      <dd className={classNames('text-lg font-semibold tabular-nums wrap-anywhere', isBad && 'text-danger')}>
        {value}
      </dd>
    </div>
  );
}
