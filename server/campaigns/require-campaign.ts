import { KnownError } from '../errors';
import { readCampaign, type StoredCampaign } from './store';

/** The campaign; throws `record.notFound` where there is none. */
export async function requireCampaign(id: string): Promise<StoredCampaign> {
  const campaign = await readCampaign(id);
  if (!campaign) throw new KnownError('record.notFound', 'There is no such campaign. It may have been removed.');
  return campaign;
}
