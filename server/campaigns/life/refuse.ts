import { KnownError } from '../../errors';
import type { CampaignStatus, StoredCampaign } from '../store';

/** What is said to somebody who asks for what a campaign in its present state can't do. */
export function refuse({ status }: Pick<StoredCampaign, 'status'>): KnownError {
  return new KnownError('record.conflict', `${sentences[status]} What you see may be older: load it again.`);
}

const sentences: Readonly<Record<CampaignStatus, string>> = {
  draft: 'This campaign is a draft, and was changed meanwhile.',
  awaitingApproval: 'This campaign waits for a second person to approve it.',
  freezing: 'The people of this campaign are being written down.',
  scheduled: 'This campaign is launched and waits for its time.',
  running: 'This campaign is running.',
  paused: 'This campaign is paused.',
  done: 'This campaign is done.',
  cancelled: 'This campaign was cancelled.',
};
