import Link from 'next/link';
import { type ReactElement, useId } from 'react';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import { sayCode } from '../../../_standing/say-code';

const texts = words.campaigns.run;

type Props = {
  readonly id: string;
  readonly title: string;
  readonly filter: 'failed' | 'excluded';
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
};

/** Why some did not get it, the most frequent reason first. */
export function Reasons({ id, title, filter, reasons }: Props): ReactElement | null {
  const heading = useId();
  if (reasons.length === 0) return null;
  const most = Math.max(...reasons.map(({ count }) => count));
  return (
    <section aria-labelledby={heading}>
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={heading} className="text-base font-semibold">
          {title}
        </h2>
        <Link
          href={`/campaigns/${id}?part=recipients&filter=${filter}`}
          className="text-sm text-accent hover:underline"
        >
          {texts.show}
        </Link>
      </div>
      <ul className="hairlines mt-1">
        {reasons.map(({ code, count }) => (
          <li key={code} className="py-2">
            <div className="flex justify-between gap-4 text-sm">
              <span className="min-w-0 wrap-anywhere">{sayCode(code)}</span>
              <span className="shrink-0 font-semibold tabular-nums">{writeCount(count)}</span>
            </div>
            <div aria-hidden className="mt-1 h-1 rounded-full bg-sunken">
              <div
                className={filter === 'failed' ? 'h-full rounded-full bg-danger' : 'h-full rounded-full bg-mark-ink'}
                style={{ width: `${(count / most) * 100}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
