import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import type { Progress } from '../../../campaign-types';
import { type BarPart, barParts } from './bar-parts';

const texts = words.campaigns.run;

/** Everybody of the campaign in one bar, by how far their message has come. */
export function StackedBar({ progress }: { readonly progress: Progress }): ReactElement {
  const { people } = progress;
  const parts = barParts(progress);
  return (
    <section aria-label={texts.progress}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-3xl font-semibold tracking-tight tabular-nums">{writeCount(progress.sent)}</span>
        <span className="text-sm text-ink-soft">{texts.sentOf(writeCount(people))}</span>
      </p>
      <div aria-hidden className="mt-2 flex h-3 gap-px overflow-hidden rounded-full bg-sunken">
        {parts.map(({ part, count }) => (
          <div
            key={part}
            className={classNames('transition-[width] duration-500', colours[part])}
            style={{ width: `${(count / Math.max(1, people)) * 100}%` }}
          />
        ))}
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft tabular-nums">
        {parts.map(({ part, count }) => (
          <li key={part} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={classNames('size-2 shrink-0 rounded-full', colours[part])} />
            {texts.barParts[part]} {writeCount(count)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const colours = {
  read: 'bg-accent-strong',
  delivered: 'bg-accent',
  sent: 'bg-kind-ask',
  unknown: 'bg-mark-ink',
  queued: 'bg-kind-world',
  pending: 'bg-line-strong',
  failed: 'bg-danger',
  excluded: 'bg-mark',
  cancelled: 'bg-kind-end',
} as const satisfies Record<BarPart, string>;
