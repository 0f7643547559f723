import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import type { ReadingFigures } from '../../_reading/reading-types';
import { isFailure, sayReason } from '../../_reading/say-reason';

const texts = words.analytics;

/** Every reason that turns were read for in this time, the most frequent first; failures are marked. */
export function Reasons({ figures }: { readonly figures: ReadingFigures }): ReactElement | null {
  if (figures.byReason.length === 0) return null;
  const most = Math.max(...figures.byReason.map(({ turns }) => turns));
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons" className="text-base font-semibold">
        {texts.reasons}
      </h2>
      <p className="text-sm text-ink-soft">{texts.reasonsBody}</p>
      <ul className="hairlines mt-2">
        {figures.byReason.map(({ reason, turns }) => (
          <Reason key={reason} reason={reason} turns={turns} share={turns / most} />
        ))}
      </ul>
    </section>
  );
}

type ReasonProps = { readonly reason: string; readonly turns: number; readonly share: number };

function Reason({ reason, turns, share }: ReasonProps): ReactElement {
  return (
    <li className="py-2.5">
      <div className="flex items-start gap-3 text-sm">
        <p className="flex min-w-0 flex-1 gap-1.5 wrap-anywhere">
          {isFailure(reason) ? (
            <TriangleAlert role="img" aria-label={texts.failure} className="mt-1 size-3.5 shrink-0 text-danger" />
          ) : null}
          {sayReason(reason)}
        </p>
        <p className="shrink-0 font-semibold tabular-nums">{texts.turns(writeCount(turns))}</p>
      </div>
      <div aria-hidden className="mt-1.5 h-1 rounded-full bg-sunken">
        <div
          className={classNames('h-full rounded-full', barOf(reason))}
          style={{ width: `${Math.max(share * 100, LEAST_SEEN)}%` }}
        />
      </div>
    </li>
  );
}

const LEAST_SEEN = 1; // percent

function barOf(reason: string): string {
  if (isFailure(reason)) return 'bg-danger';
  return reason === 'model.answered' ? 'bg-kind-logic' : 'bg-accent';
}
