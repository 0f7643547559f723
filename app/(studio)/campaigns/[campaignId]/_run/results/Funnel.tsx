import { type ReactElement, useId } from 'react';
import { words } from '@/app/_words/en';
import { writeCount, writeShare } from '../../../../_figures/write-figure';
import type { Results } from '../../../campaign-types';

const { results: texts, figures } = words.campaigns.run;

/** From the people who were written to, step by step to those who became qualified leads. */
const stages = ['sent', 'delivered', 'read', 'replied', 'qualified', 'handedOver'] as const;

type Props = { readonly counts: Results['total'] };

/** Each step as a bar of the first, with its share of the one before. */
export function Funnel({ counts }: Props): ReactElement {
  const id = useId();
  const most = Math.max(1, counts.people);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-base font-semibold">
        {texts.funnel}
      </h2>
      <ol className="mt-3 flex flex-col gap-3">
        <Stage name={texts.people} count={counts.people} share={1} ofBefore={null} />
        {stages.map((stage, index) => {
          const before = stages[index - 1];
          const base = before === undefined ? counts.people : counts[before];
          return (
            <Stage
              key={stage}
              name={figures[stage]}
              count={counts[stage]}
              share={counts[stage] / most}
              ofBefore={base === 0 ? null : counts[stage] / base}
            />
          );
        })}
      </ol>
    </section>
  );
}

type StageProps = {
  readonly name: string;
  readonly count: number;
  readonly share: number;
  readonly ofBefore: number | null;
};

function Stage({ name, count, share, ofBefore }: StageProps): ReactElement {
  return (
    <li>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span>{name}</span>
        <span className="tabular-nums">
          <span className="font-semibold">{writeCount(count)}</span>
          {ofBefore === null ? null : (
            <span className="ml-2 text-xs text-ink-soft">{texts.ofBefore(writeShare(ofBefore))}</span>
          )}
        </span>
      </div>
      <div aria-hidden className="mt-1 h-2.5 rounded-full bg-sunken">
        <div className="h-full rounded-full bg-accent" style={{ width: `${Math.min(1, share) * 100}%` }} />
      </div>
    </li>
  );
}
