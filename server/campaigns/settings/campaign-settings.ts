import { z } from 'zod';

/** What an owner decides about all campaigns. */
export const campaignSettings = z.object({
  /** A campaign to more people than this is launched by two: one proposes it, another one approves. */
  approvalAbove: z.int().min(0).max(1_000_000).default(1_000),
  /** From which score on a lead counts as qualified in a campaign's results. */
  qualifiedFrom: z.int().min(1).max(100).default(60),
});
export type CampaignSettings = Readonly<z.infer<typeof campaignSettings>>;

export const defaultCampaignSettings: CampaignSettings = campaignSettings.parse({});
