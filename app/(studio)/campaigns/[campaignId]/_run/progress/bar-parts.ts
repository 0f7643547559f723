import type { Progress } from '../../../campaign-types';

/** A stretch of the bar: everybody is in exactly one. */
export type BarPart =
  | 'read'
  | 'delivered'
  | 'sent'
  | 'unknown'
  | 'queued'
  | 'pending'
  | 'failed'
  | 'excluded'
  | 'cancelled';

type BarCounts = Pick<Progress, BarPart>;

/** How many people are how far, each counted once, in the order of the bar; parts without anybody are left out. */
export function barParts(progress: BarCounts): readonly Readonly<{ part: BarPart; count: number }>[] {
  const parts: readonly (readonly [BarPart, number])[] = [
    ['read', progress.read],
    // Who has read it was delivered it, and what was delivered was sent.
    ['delivered', progress.delivered - progress.read],
    ['sent', progress.sent - progress.delivered],
    ['unknown', progress.unknown],
    ['queued', progress.queued],
    ['pending', progress.pending],
    ['failed', sumOf(progress.failed)],
    ['excluded', sumOf(progress.excluded)],
    ['cancelled', progress.cancelled],
  ];
  return parts.map(([part, count]) => ({ part, count })).filter(({ count }) => count > 0);
}

/** How many there are of all reasons together. */
export function sumOf(reasons: readonly { readonly count: number }[]): number {
  return reasons.reduce((sum, { count }) => sum + count, 0);
}
