import { KnownError } from '../../errors';
import { requireCampaign } from '../require-campaign';
import { refuse } from './refuse';
import { type LimitsChange, updateLimits } from './store';

/** Changes how fast and how far a launched campaign goes; who gets what stays as it was frozen. */
export async function changeLimits(change: LimitsChange): Promise<void> {
  if (await updateLimits(change)) return;
  const campaign = await requireCampaign(change.id);
  if (campaign.status === 'draft') throw new KnownError('request.invalid', 'The limits of a draft are saved with it.');
  throw refuse(campaign);
}
