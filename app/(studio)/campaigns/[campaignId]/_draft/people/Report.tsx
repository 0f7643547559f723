import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import type { ImportReport } from '../../../campaign-types';

const texts = words.campaigns.import;

/** What the rows of a list come to. */
export function Report({ report }: { readonly report: ImportReport }): ReactElement {
  const { rows, good, known, new: fresh } = report;
  const figures = { rows, good, fresh, known, bad: rows - good };
  return (
    <section aria-label={texts.report}>
      <dl className="grid grid-cols-2 gap-2 sm:grid-cols-5">
        {shown.map((name) => (
          <div key={name} className="rounded-xl border border-line bg-surface px-3 py-2 shadow-card">
            <dt className="text-xs text-ink-soft">{texts.counts[name]}</dt>
            <dd className="text-lg font-semibold tabular-nums">{writeCount(figures[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const shown = ['rows', 'good', 'fresh', 'known', 'bad'] as const;
