import { z } from 'zod';
import { recorded, settingsChanged } from '../../audit/recorded';
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
import { ownerProcedure, router, viewerProcedure } from '../procedures';

const campaign = z.object({ id: z.uuid('This is no campaign.') });
const name = z.string().trim().min(1, 'Give the campaign a name.').max(120);
const revision = z.int().min(1);
const { perSecond, perDay, budgetInr } = campaignPlan.shape.schedule.shape;

/** One message to many: drafted, launched, watched and stopped here. */
export const campaignsRouter = router({
  list: viewerProcedure.query(() => listCampaigns()),

  read: viewerProcedure.input(campaign).query(({ input }) => requireCampaign(input.id)),

  create: ownerProcedure
    .input(z.object({ name, channel: channelId, trigger: z.string().max(80).nullish(), plan: campaignPlan.optional() }))
    .mutation(({ input }) => createCampaign(input)),

  save: ownerProcedure
    .input(campaign.extend({ revision, name, plan: campaignPlan }))
    .mutation(({ input }) => saveCampaign(input)),

  remove: ownerProcedure.input(campaign).mutation(({ input }) => removeCampaign(input.id)),

  launch: ownerProcedure
    .input(campaign.extend({ revision }))
    .mutation(({ ctx: { actor }, input }) =>
      launchCampaign({ ...input, author: actor.name, authorId: actor.id }, Date.now()),
    ),

  approve: ownerProcedure
    .input(campaign)
    .mutation(({ ctx: { actor }, input }) =>
      approveCampaign({ ...input, author: actor.name, authorId: actor.id }, Date.now()),
    ),

  pause: ownerProcedure
    .input(campaign)
    .mutation(({ ctx, input }) => recorded(ctx.actor, stopped(input, 'paused'), () => pauseCampaign(input.id))),

  resume: ownerProcedure
    .input(campaign)
    .mutation(({ ctx, input }) =>
      recorded(ctx.actor, wentOn(input, 'resumed'), () => resumeCampaign(input.id, Date.now())),
    ),

  cancel: ownerProcedure
    .input(campaign)
    .mutation(({ ctx, input }) => recorded(ctx.actor, stopped(input, 'cancelled'), () => cancelCampaign(input.id))),

  /** Those whose message WhatsApp refused for a reason that passes. */
  retry: ownerProcedure
    .input(campaign)
    .mutation(({ ctx, input }) =>
      recorded(ctx.actor, wentOn(input, 'retried'), () => retryCampaign(input.id, Date.now())),
    ),

  /** Of a campaign that has been launched: a budget that is reached can be raised before it goes on. */
  changeLimits: ownerProcedure
    .input(campaign.extend({ perSecond, perDay, budgetInr }))
    .mutation(({ ctx, input }) => recorded(ctx.actor, wentOn(input, 'limits'), () => changeLimits(input))),

  progress: viewerProcedure.input(campaign).query(({ input }) => readProgress(input.id)),

  results: viewerProcedure.input(campaign).query(({ input }) => readResults(input.id)),

  recipients: ownerProcedure
    .input(
      campaign.extend({
        filter: z.enum(recipientFilterNames),
        search: z.string().max(80),
        after: z.int().min(0),
      }),
    )
    .query(({ input: { id, ...page } }) => readRecipients({ campaignId: id, ...page })),

  recipient: ownerProcedure
    .input(campaign.extend({ contactId: z.uuid('This is no contact.') }))
    .query(({ input }) => readRecipient(input.id, input.contactId)),

  settings: ownerProcedure.query(() => readCampaignSettings()),

  saveSettings: ownerProcedure
    .input(campaignSettings)
    .mutation(({ ctx, input }) =>
      recorded(ctx.actor, settingsChanged('campaigns'), () => writeCampaignSettings(input)),
    ),
});

/** What makes more of it leave. */
function wentOn({ id }: { readonly id: string }, how: 'resumed' | 'retried' | 'limits') {
  return { act: 'campaign.wentOn', subject: { type: 'campaign', id }, detail: { how } } as const;
}

function stopped({ id }: { readonly id: string }, how: 'paused' | 'cancelled') {
  return { act: 'campaign.stopped', subject: { type: 'campaign', id }, detail: { how } } as const;
}
