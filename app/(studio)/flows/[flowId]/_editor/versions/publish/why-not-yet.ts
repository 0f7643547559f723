import type { FlowIssue } from '@/flows/schema/flow-issue';
import type { Comparing } from '../use-comparison';

export type WhyNotYet = 'checking' | 'errors' | 'same' | 'warnings';

type Looked = Readonly<{
  /** Null while the draft is being checked. */
  issues: readonly FlowIssue[] | null;
  hasSeenWarnings: boolean;
  /** Null where no version is live. */
  comparing: Comparing | null;
}>;

/** What keeps a draft from being published now; null when nothing does. */
export function whyNotYet({ issues, hasSeenWarnings, comparing }: Looked): WhyNotYet | null {
  if (issues === null) return 'checking';
  if (issues.some(({ severity }) => severity === 'error')) return 'errors';
  if (comparing?.type === 'compared' && comparing.comparison.count === 0) return 'same';
  if (issues.some(({ severity }) => severity === 'warning') && !hasSeenWarnings) return 'warnings';
  return null;
}
