import type { ChannelId } from '../channels/channel';
import { newId } from '../conversation/ids';
import { KnownError } from '../errors';
import { type CampaignPlan, emptyPlan } from './plan/campaign-plan';
import { requireCampaign } from './require-campaign';
import { type CampaignSaving, deleteDraft, insertCampaign, updateDraft } from './store';

export type CampaignDraft = {
  readonly name: string;
  readonly channel: ChannelId;
  /** The market event that it answers. */
  readonly trigger?: string | null;
  readonly plan?: CampaignPlan;
};

/** Begins a campaign: a draft that nobody gets anything of. */
export async function createCampaign({ name, channel, trigger = null, plan = emptyPlan }: CampaignDraft) {
  const id = newId();
  await insertCampaign({ id, name, channel, trigger, plan });
  return { id, revision: 1 };
}

/** Keeps a draft. Throws `record.conflict` where somebody else has saved or launched it meanwhile. */
export async function saveCampaign(saving: CampaignSaving): Promise<{ readonly revision: number }> {
  const revision = await updateDraft(saving);
  if (revision !== undefined) return { revision };
  const { status } = await requireCampaign(saving.id);
  throw new KnownError(
    'record.conflict',
    status === 'draft'
      ? 'Somebody else has changed this campaign meanwhile. What you see is kept here; load it again to see theirs.'
      : 'This campaign was launched meanwhile, so it can’t be changed any more. Duplicate it to change a copy.',
  );
}

/** Removes a draft; what was launched stays as a record. */
export async function removeCampaign(id: string): Promise<void> {
  if (await deleteDraft(id)) return;
  await requireCampaign(id);
  throw new KnownError('record.conflict', 'This campaign was launched: it stays here as a record of who got what.');
}
