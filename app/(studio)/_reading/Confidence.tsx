import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeShare } from '../_figures/write-figure';

/** How sure a reader was, from 0 to 1: a small bar and its number. */
export function Confidence({ share }: { readonly share: number }): ReactElement {
  const percent = Math.round(share * 100);
  return (
    <span className="inline-flex items-center gap-1.5 text-sm font-medium tabular-nums">
      <meter aria-label={words.inspector.confidence} min={0} max={100} value={percent} className="sr-only">
        {writeShare(share)}
      </meter>
      <span aria-hidden className="h-1.5 w-12 overflow-hidden rounded-full bg-line">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
      {writeShare(share)}
    </span>
  );
}
