import type { FlowIssue } from '@/flows/schema/flow-issue';

export type IssueCounts = Readonly<{ errors: number; warnings: number; hints: number }>;

/** How many issues each state has; a transition's count for the state that it leaves. */
export function issuesByState(issues: readonly FlowIssue[]): ReadonlyMap<string, IssueCounts> {
  const counts = new Map<string, { errors: number; warnings: number; hints: number }>();
  for (const { place, severity } of issues) {
    if (place.state === undefined) continue;
    const count = counts.get(place.state) ?? { errors: 0, warnings: 0, hints: 0 };
    count[`${severity}s`] += 1;
    counts.set(place.state, count);
  }
  return counts;
}
