import { z } from 'zod';
import { createCampaign, removeCampaign, saveCampaign } from '../../campaigns/draft-campaign';
import { changeLimits } from '../../campaigns/life/change-limits';
import { approveCampaign, launchCampaign } from '../../campaigns/life/launch-campaign';
import { retryCampaign } from '../../campaigns/life/retry-campaign';
import { cancelCampaign, pauseCampaign, resumeCampaign } from '../../campaigns/life/stop-and-go';
import { listCampaigns } from '../../campaigns/list-campaigns';
import { campaignPlan } from '../../campaigns/plan/campaign-plan';
import { readProgress } from '../../campaigns/progress/read-progress';
import { readResults } from '../../campaigns/progress/read-results';
import { recipientFilterNames } from '../../campaigns/progress/stage';
import { readRecipient, readRecipients } from '../../campaigns/recipients/read-recipients';
import { requireCampaign } from '../../campaigns/require-campaign';
import { campaignSettings } from '../../campaigns/settings/campaign-settings';
import { readCampaignSettings, writeCampaignSettings } from '../../campaigns/settings/store';
import { channelId } from '../../channels/channel';
import { localProcedure, router } from '../procedures';

const campaign = z.object({ id: z.uuid('This is no campaign.') });
const name = z.string().trim().min(1, 'Give the campaign a name.').max(120);
const author = z.string().trim().min(1, 'Say who you are.').max(80);
const revision = z.int().min(1);
const { perSecond, perDay, budgetInr } = campaignPlan.shape.schedule.shape;

/** One message to many: drafted, launched, watched and stopped here. */
export const campaignsRouter = router({
  list: localProcedure.query(() => listCampaigns()),

  read: localProcedure.input(campaign).query(({ input }) => requireCampaign(input.id)),

  create: localProcedure
    .input(z.object({ name, channel: channelId, trigger: z.string().max(80).nullish(), plan: campaignPlan.optional() }))
    .mutation(({ input }) => createCampaign(input)),

  save: localProcedure
    .input(campaign.extend({ revision, name, plan: campaignPlan }))
    .mutation(({ input }) => saveCampaign(input)),

  remove: localProcedure.input(campaign).mutation(({ input }) => removeCampaign(input.id)),

  launch: localProcedure
    .input(campaign.extend({ revision, author }))
    .mutation(({ input }) => launchCampaign(input, Date.now())),

  approve: localProcedure
    .input(campaign.extend({ author }))
    .mutation(({ input }) => approveCampaign(input, Date.now())),

  pause: localProcedure.input(campaign).mutation(({ input }) => pauseCampaign(input.id)),

  resume: localProcedure.input(campaign).mutation(({ input }) => resumeCampaign(input.id, Date.now())),

  cancel: localProcedure.input(campaign).mutation(({ input }) => cancelCampaign(input.id)),

  /** Those whose message WhatsApp refused for a reason that passes. */
  retry: localProcedure.input(campaign).mutation(({ input }) => retryCampaign(input.id, Date.now())),

  /** Of a campaign that has been launched: a budget that is reached can be raised before it goes on. */
  changeLimits: localProcedure
    .input(campaign.extend({ perSecond, perDay, budgetInr }))
    .mutation(({ input }) => changeLimits(input)),

  progress: localProcedure.input(campaign).query(({ input }) => readProgress(input.id)),

  results: localProcedure.input(campaign).query(({ input }) => readResults(input.id)),

  recipients: localProcedure
    .input(
      campaign.extend({
        filter: z.enum(recipientFilterNames),
        search: z.string().max(80),
        after: z.int().min(0),
      }),
    )
    .query(({ input: { id, ...page } }) => readRecipients({ campaignId: id, ...page })),

  recipient: localProcedure
    .input(campaign.extend({ contactId: z.uuid('This is no contact.') }))
    .query(({ input }) => readRecipient(input.id, input.contactId)),

  settings: localProcedure.query(() => readCampaignSettings()),

  saveSettings: localProcedure.input(campaignSettings).mutation(({ input }) => writeCampaignSettings(input)),
});
