import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import type { CampaignStatus } from '../campaign-types';

/** How far a campaign has come. */
export function StatusBadge({ status }: { readonly status: CampaignStatus }): ReactElement {
  return <Badge tone={tones[status]}>{words.campaigns.statuses[status]}</Badge>;
}

const tones = {
  draft: 'plain',
  awaitingApproval: 'mark',
  freezing: 'accent',
  scheduled: 'accent',
  running: 'accent',
  paused: 'mark',
  done: 'plain',
  cancelled: 'plain',
} as const satisfies Record<CampaignStatus, 'plain' | 'accent' | 'mark' | 'danger'>;
