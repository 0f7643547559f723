import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import type { FollowUp, FollowUpStatus } from '../follow-up-types';
import { isOverdue } from './shows';

const texts = words.followUps;

/** How a follow-up stands, where that is more than that it is planned. */
export function StatusMark({ row, now }: { readonly row: FollowUp; readonly now: Date }): ReactElement | null {
  const { status, pausedAt } = row;
  if (status === 'planned' && pausedAt !== null) return <Badge tone="mark">{texts.paused}</Badge>;
  if (isOverdue(row, now)) return <Badge tone="mark">{texts.overdue}</Badge>;
  if (status === 'planned') return null;
  return <Badge tone={tones[status]}>{texts.statuses[status]}</Badge>;
}

const tones: Readonly<Record<Exclude<FollowUpStatus, 'planned'>, 'plain' | 'accent' | 'mark' | 'danger'>> = {
  queued: 'plain',
  sent: 'plain',
  answered: 'accent',
  cancelled: 'plain',
  failed: 'danger',
};
