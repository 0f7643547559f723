import { type CampaignCounts, countPeople } from './progress/store';
import { type CampaignHead, selectCampaigns } from './store';

export type CampaignSummary = CampaignHead & Omit<CampaignCounts, 'id'>;

/** The newest campaigns, with what has become of their people. */
export async function listCampaigns(): Promise<readonly CampaignSummary[]> {
  const campaigns = await selectCampaigns(MOST);
  const counts = new Map((await countPeople(campaigns.map(({ id }) => id))).map((count) => [count.id, count]));
  return campaigns.map((campaign) => ({ ...nobody, ...counts.get(campaign.id), ...campaign }));
}

const MOST = 200;
const nobody = { people: 0, pending: 0, queued: 0, excluded: 0, replied: 0 } as const;
