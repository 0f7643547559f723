import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import type { JobStatus } from './jobs-types';

/** How a run stands. */
export function StatusBadge({ status }: { readonly status: JobStatus }): ReactElement {
  return <Badge tone={tones[status]}>{words.jobs.statuses[status]}</Badge>;
}

const tones: Readonly<Record<JobStatus, 'plain' | 'accent' | 'mark' | 'danger'>> = {
  pending: 'plain',
  running: 'mark',
  waiting: 'plain',
  completed: 'accent',
  failed: 'danger',
  cancelled: 'plain',
};
